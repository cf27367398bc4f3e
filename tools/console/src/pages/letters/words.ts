import { inBoth } from '../../i18n';
import type { Message } from '../../api/types';

const vi = {
  notices: 'Thông báo',
  letters: 'Thư điện tử',
  switch: 'Hộp thư có',
  failing: 'Chưa đến nơi',
  allArrived: 'Không có thư nào bị kẹt.',
  to: 'Gửi cho',
  what: 'Thư',
  at: 'Gửi lúc',
  state: 'Trạng thái',
  why: 'Lý do',
  tries: 'Số lần thử',
  retry: 'Thử lại lúc',
  kinds: {
    digest: (day: string) => `Việc cần làm ngày ${day}`,
    at_once: (day: string) => `Báo ngay, ngày ${day}`,
  } as Record<Message['kind'], (day: string) => string>,
  states: {
    queued: 'chờ gửi',
    sending: 'đang gửi',
    waiting_retry: 'sẽ thử lại',
    sent: 'đã gửi',
    dead: 'không gửi được',
    withdrawn: 'không gửi nữa',
  } as Record<Message['state'], string>,
  reasons: {
    no_address: 'chưa có địa chỉ thư',
    superseded: 'gộp vào thư sau',
    nothing_left: 'không còn gì để báo',
  } as Record<string, string>,
  none: 'Chưa có thư nào.',
  notKept: 'Thư ở đây đi qua máy chủ thư: nội dung không giữ lại, chỉ biết đã đi đến đâu.',
  person: (name: string, address: string) => (name === '' ? address : `${name} <${address}>`),
  notThere: 'Không có thư này, hoặc thư không gửi cho bạn.',
  back: 'Về danh sách thư',
  frame: (subject: string) => `Nội dung thư: ${subject}`,
  plain: 'Thư chỉ có chữ, cho chương trình thư không hiện định dạng',
};

const en: typeof vi = {
  notices: 'Notices',
  letters: 'Letters',
  switch: 'The inbox has',
  failing: 'Have not arrived',
  allArrived: 'No letter is held up.',
  to: 'To',
  what: 'Letter',
  at: 'Sent',
  state: 'State',
  why: 'Reason',
  tries: 'Tries',
  retry: 'Next try',
  kinds: {
    digest: (day) => `To do on ${day}`,
    at_once: (day) => `Told at once, ${day}`,
  },
  states: {
    queued: 'waiting to be sent',
    sending: 'being sent',
    waiting_retry: 'will be tried again',
    sent: 'sent',
    dead: 'could not be sent',
    withdrawn: 'not sent any more',
  },
  reasons: {
    no_address: 'has no address',
    superseded: 'went into a later letter',
    nothing_left: 'there was nothing left to tell',
  },
  none: 'There are no letters yet.',
  notKept: 'Letters go by a mail server here: their text is not kept, only how far they came.',
  person: (name, address) => (name === '' ? address : `${name} <${address}>`),
  notThere: 'There is no such letter, or it is not to you.',
  back: 'Back to the letters',
  frame: (subject) => `The letter: ${subject}`,
  plain: 'The letter as text alone, for mail programs that show no formatting',
};

export const lettersWords = inBoth(vi, en);
