import { inBoth } from '../i18n';

const vi = {
  rehearsal: 'Diễn tập',
  notReal: 'Không phải thời gian thật. Ở đây bây giờ là',
  control: 'Chỉnh đồng hồ',
  pause: 'Dừng đồng hồ',
  goOn: 'Cho chạy tiếp',
  speed: 'Đồng hồ chạy',
  speeds: {
    1: 'như thời gian thật',
    24: 'một ngày trong một giờ',
    1440: 'một ngày trong một phút',
    10080: 'một tuần trong một phút',
  } as Record<number, string>,
  times: (speed: string) => `nhanh gấp ${speed} lần`,
  stands: 'đồng hồ đang dừng',
  morning: 'Đến sáng hôm sau',
  morningHint: 'Đến đầu giờ làm việc của ngày làm việc tiếp theo, khi mọi người được nhắc việc',
  day: 'Thêm một ngày',
  toDate: 'Đến ngày…',
  toDateTitle: 'Đưa đồng hồ đến ngày',
  toDateHint: 'Đồng hồ chỉ đi tới, mỗi lần nhiều nhất một năm. Mọi việc đến hạn trong khoảng ấy được làm ngay.',
  date: 'Ngày (8 giờ sáng)',
  go: 'Đến ngày này',
  working: 'Đang làm những việc đến hạn trong khoảng ấy…',
  nowIs: (at: string) => `Đồng hồ bây giờ là ${at}`,
  letters: 'Thư đã gửi',
};

const en: typeof vi = {
  rehearsal: 'Rehearsal',
  notReal: 'This is not the real time. Here it is',
  control: 'Move the clock',
  pause: 'Stop the clock',
  goOn: 'Let it go on',
  speed: 'The clock goes',
  speeds: {
    1: 'as in real life',
    24: 'a day in an hour',
    1440: 'a day in a minute',
    10080: 'a week in a minute',
  },
  times: (speed) => `${speed} times as fast`,
  stands: 'the clock stands still',
  morning: 'To the next morning',
  morningHint: 'To when the next working day begins and people are reminded of their work',
  day: 'One day on',
  toDate: 'To a date…',
  toDateTitle: 'Move the clock to a date',
  toDateHint: 'The clock goes forward only, a year at most each time. What falls due in between is done at once.',
  date: 'Date (8 in the morning)',
  go: 'Go to this date',
  working: 'What falls due in between is being done…',
  nowIs: (at) => `The clock now says ${at}`,
  letters: 'Letters sent',
};

export const rehearsalWords = inBoth(vi, en);
