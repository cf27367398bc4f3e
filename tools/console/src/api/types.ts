import type { components } from './schema';

// The names of schemas/openapi.yaml, from which schema.d.ts is made.
type Schemas = components['schemas'];
export type Identity = Schemas['Identity'];
export type Me = Schemas['Me'];
export type Clock = Schemas['Clock'];
export type Unit = Schemas['Unit'];
export type UnitList = Schemas['UnitList'];
export type Part = Schemas['Part'];
export type Campaign = Schemas['Campaign'];
export type CampaignList = Schemas['CampaignList'];
export type Task = Schemas['Task'];
export type TaskList = Schemas['TaskList'];
export type TaskDetail = Schemas['TaskDetail'];
export type TaskState = Schemas['TaskState'];
export type TimeStatus = Schemas['TimeStatus'];
export type Timeline = Schemas['Timeline'];
export type Certainty = Schemas['Certainty'];
export type Action = TaskDetail['actions'][number];
export type History = Schemas['History'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type Inbox = Schemas['Inbox'];
export type Notice = Inbox['notices'][number];
export type Outcome = Schemas['Outcome'];
export type Uploaded = Schemas['Uploaded'];
export type ProblemDocument = Schemas['Problem'];
