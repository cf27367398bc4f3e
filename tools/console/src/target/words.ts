import { inBoth } from '../i18n';

const vi = {
  plan: 'Kế hoạch',
  printed: (phrase: string) => `văn bản ghi “${phrase}”`,
  result: 'Kết quả',
  until: (day: string) => `tính đến ${day}`,
  document: 'Văn bản',
  lead: 'Chủ trì',
  base: 'Số gốc',
  period: 'Thời gian',
  ofPlan: (percent: string) => `${percent} kế hoạch`,
  ofLimit: (percent: string) => `${percent} mức cho phép`,
  none: 'chưa có kết quả',
  estimated: 'số ước',
  trend: 'Diễn biến',
  onDay: (day: string, value: string, percent: string) => `${day}: ${value}${percent && ` (${percent})`}`,
  planLine: 'kế hoạch',
  signs: 'Trên thanh: vạch đứng là kế hoạch (100 %); phần gạch chéo là phần vượt; ▲ là thời gian đã qua. Quá 200 % thì thanh dừng ở cuối.',
  all: 'Chỉ tiêu',
  details: 'Xem các chỉ tiêu',
};

const en: typeof vi = {
  plan: 'Plan',
  printed: (phrase) => `printed as “${phrase}”`,
  result: 'Result',
  until: (day) => `as of ${day}`,
  document: 'Document',
  lead: 'Lead unit',
  base: 'Base',
  period: 'Period',
  ofPlan: (percent) => `${percent} of the plan`,
  ofLimit: (percent) => `${percent} of what is allowed`,
  none: 'no result yet',
  estimated: 'estimate',
  trend: 'Trend',
  onDay: (day, value, percent) => `${day}: ${value}${percent && ` (${percent})`}`,
  planLine: 'plan',
  signs: 'On the bar: the upright line is the plan (100%); what is hatched lies beyond it; ▲ is the time that has passed. Beyond 200% the bar stops at its end.',
  all: 'Targets',
  details: 'See the targets',
};

export const targetWords = inBoth(vi, en);
