import { options } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useCampaigns } from '../../api/campaigns';
import { query } from '../../api/client';
import { me } from '../../api/session';
import type { Campaign, Timeline } from '../../api/types';
import { UnitsThen, useUnitNames } from '../../api/units';
import { refusalOf, useUnitsAsOf } from '../../campaign/as-of';
import { CampaignChoice, campaignOf, campaignText } from '../../campaign/choice';
import { language, words } from '../../i18n';
import { dayText, longDay } from '../../i18n/dates';
import { address, goTo, route } from '../../router';
import { isNarrow } from '../../ui/narrow';
import { TargetStrip } from '../../target/strip';
import { Button, Empty } from '../../ui/parts';
import { useLoaded, useResource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { loadSteps, silent } from '../../task/steps';
import { AsOfField, AsOfNote } from './as-of';
import { Chart } from './chart';
import { useTimeline } from './data';
import { Legend } from './legend';
import { List, Printed } from './list';
import { lanesOf, mainLane } from './phases';
import { countsOf, filtered, rowsOf, type Grouping, type Wanted } from './rows';
import { rangeOf, zooms, type Zoom } from './scale';
import { asOf, shownDay } from './shown-day';
import { Table } from './table';
import { Tiles } from './tiles';
import { Toolbar, type View } from './toolbar';
import { timelineWords } from './words';
import './timeline.css';

/// What is looked at stands in the address: it can be kept, sent, and gone back to.
interface Look extends Wanted {
  by: Grouping;
  zoom: Zoom;
  view: View;
  as_of: string;
}

const first_look: Look = { status: '', unit: '', words: '', by: 'unit', zoom: 'year', view: 'chart', as_of: '' };

function lookOf(query: URLSearchParams): Look {
  const zoom = zooms.find((one) => one === query.get('zoom')) ?? first_look.zoom;
  return {
    status: query.get('status') ?? '', unit: query.get('unit') ?? '', words: query.get('q') ?? '', zoom,
    as_of: asOf.value, by: query.get('by') === 'phase' ? 'phase' : 'unit', view: query.get('view') === 'table' ? 'table' : 'chart',
  };
}

function goToLook(campaign: string, { words: q, ...look }: Look): void {
  const changed = Object.entries({ ...look, q }).filter(([name, value]) => value !== first_look[name as keyof Look]);
  goTo(address('timeline', [campaign], Object.fromEntries(changed)), true);
}

export default function Page() {
  const campaigns = useCampaigns();
  return (
    <div class="page tl">
      <Shown of={campaigns}>
        {({ campaigns: all }) => {
          const shown = campaignOf(all);
          return shown ? <Of key={shown.id} campaign={shown} all={all} /> : (
            <>
              <h1>{words.value.pages.timeline}</h1>
              <Empty>{timelineWords.value.none}</Empty>
            </>
          );
        }}
      </Shown>
    </div>
  );
}

function Of({ campaign: chosen, all }: { campaign: Campaign; all: readonly Campaign[] }) {
  const said = timelineWords.value;
  const refused = refusalOf(asOf.value, chosen);
  const as_of = refused === undefined ? asOf.value : '';
  const timeline = useTimeline(chosen.id, as_of);
  const units = useUnitsAsOf(as_of);
  const then = useResource<Campaign>(as_of === '' ? '' : `/api/v1/campaigns/${encodeURIComponent(chosen.id)}${query({ as_of })}`);
  const campaign = as_of === '' ? chosen : then.value ?? chosen;
  const look = (day: string) => goToLook(chosen.id, { ...lookOf(route.value.query), as_of: day });
  const { value } = timeline;
  const active = (value?.phases ?? []).filter((phase) => phase.active).map((phase) => phase.title);
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{campaign.title}</h1>
          <p class="soft">
            {campaignText(campaign, value?.peak ? `${said.peak.toLowerCase()} ${dayText(value.peak.start)} – ${dayText(value.peak.due)}` : undefined)}
          </p>
          {active.length > 0 && campaign.state !== 'closed' && <p>{said.phaseNow}: <strong>{active.join(', ')}</strong></p>}
        </div>
        <div class="tl-choices">
          <CampaignChoice page="timeline" chosen={campaign.id} all={all} />
          <AsOfField refused={refused} onChoose={look} />
        </div>
      </div>
      {refused === undefined && (
        <>
          <AsOfNote onNow={() => look('')} />
          <TargetStrip campaign={campaign} />
          <UnitsThen.Provider value={units}>
            <Shown of={timeline}>{(read) => <Whole timeline={read} campaign={campaign} />}</Shown>
          </UnitsThen.Provider>
        </>
      )}
    </>
  );
}

function Whole({ timeline, campaign }: { timeline: Timeline; campaign: Campaign }) {
  const said = timelineWords.value;
  const look = lookOf(route.value.query);
  const [closed, close] = useState<ReadonlySet<string>>(new Set());
  const [wished, wish] = useState(0);
  const printing = usePrinting();
  const steps = useSteps(timeline);
  const set = (change: Partial<Look>) => goToLook(campaign.id, { ...look, ...change });

  const range = useMemo(() => rangeOf(timeline, shownDay.value), [timeline, shownDay.value]);
  const lanes = useMemo(() => lanesOf(timeline, range), [timeline, range]);
  const phases = useMemo(() => mainLane(lanes), [lanes]);
  const counts = useMemo(() => countsOf(timeline.tasks), [timeline]);
  const names = useUnitNames();
  const units = useMemo(() => [...new Set(timeline.tasks.flatMap((task) => task.lead))], [timeline]);
  const kept = useMemo(() => filtered(timeline.tasks, look, names), [timeline, look.status, look.unit, look.words, names]);
  const by = phases.length > 0 ? look.by : 'unit';
  const rows = useMemo(() => rowsOf(kept, by, phases, closed, names), [kept, by, phases, closed, names, language.value]);
  const toggle = (group: string) => {
    const next = new Set(closed);
    if (!next.delete(group)) {
      next.add(group);
    }
    close(next);
  };
  const groups = rows.flatMap((row) => (row.kind === 'group' ? [row] : []));
  const is_all_closed = groups.every((group) => group.closed);
  return (
    <>
      <Tiles counts={counts} wanted={look} onWant={set} />
      <Toolbar wanted={look} onWant={set} units={units} by={by} onBy={(chosen) => set({ by: chosen })} has_phases={phases.length > 0}
        view={look.view} onView={(view) => set({ view })} zoom={look.zoom} onZoom={(zoom) => set({ zoom })}
        onToday={() => wish(wished + 1)} narrow={isNarrow()} />
      {rows.length === 0 ? <Empty>{said.noneFound}</Empty>
        : isNarrow() ? <List timeline={timeline} rows={rows} range={range} steps={steps} onToggle={toggle} />
          : look.view === 'table' ? <Table timeline={timeline} rows={rowsOf(kept, by, phases, new Set(), names)} steps={steps} />
            : <Chart timeline={timeline} rows={rows} range={range} lanes={lanes} zoom={look.zoom} onZoom={(zoom) => set({ zoom })}
                steps={steps} onToggle={toggle} wished={wished} />}
      <div class="tl-foot">
        <p class="soft small" role="status">{said.found(kept.length, timeline.tasks.length)}</p>
        {!isNarrow() && look.view === 'chart' && groups.length > 1 && (
          <Button kind="quiet" class="small" onClick={() => close(new Set(is_all_closed ? [] : groups.map((group) => group.key)))}>
            {is_all_closed ? said.openAll : said.closeAll}
          </Button>
        )}
      </div>
      {!isNarrow() && look.view === 'chart' && rows.length > 0 && <Legend />}
      {printing && (
        <div class="tl-paper">
          <p class="soft small">{me.value?.office}, {longDay(shownDay.value)}</p>
          <Printed rows={rowsOf(kept, by, phases, new Set(), names)} range={range} steps={steps} />
        </div>
      )}
    </>
  );
}

/// Where the procedures of late tasks stand that nobody has reported on; read after the picture is there.
function useSteps({ campaign, tasks }: Timeline): ReadonlyMap<string, string> {
  const late = silent(tasks.map((task) => ({ ...task, campaign })));
  const ids = late.map((task) => task.id);
  const read = useLoaded(ids.length > 0 ? `steps ${campaign} ${asOf.value} ${ids.join(' ')}` : '',
    async (signal) => ({ body: await loadSteps(late, signal, asOf.value), etag: '' }), (happened) => happened.campaign === campaign && ids.includes(happened.task ?? ''));
  return read.value ?? nothing;
}

const nothing: ReadonlyMap<string, string> = new Map();

/// Whether the page is on its way to paper. All of it has to be there before the event has ended.
function usePrinting(): boolean {
  const [printing, print] = useState(false);
  useEffect(() => {
    const begin = () => {
      const before = options.debounceRendering;
      options.debounceRendering = (render) => render();
      print(true);
      if (before) {
        options.debounceRendering = before;
      } else {
        delete options.debounceRendering;
      }
    };
    const end = () => print(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
