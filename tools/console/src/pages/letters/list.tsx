import { useState } from 'preact/hooks';
import { personName } from '../../api/people';
import type { Letter, Message } from '../../api/types';
import { words } from '../../i18n';
import { dayText, instantText } from '../../i18n/dates';
import { address } from '../../router';
import { Button, Empty } from '../../ui/parts';
import { Lines } from '../../ui/lines';
import { useLoaded } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { loadPost, type Post } from './data';
import { Switch } from './switch';
import { lettersWords } from './words';

const shown_first = 50;

export function List() {
  const said = lettersWords.value;
  const [count, show] = useState(shown_first);
  // What is sent is the office's, not a campaign's.
  const post = useLoaded(`letters ${count}`, (signal) => loadPost(count, signal), (happened) => happened.task === null);
  return (
    <div class="page letters">
      <div class="page-head">
        <h1>{words.value.pages.inbox}</h1>
        <Switch />
      </div>
      <Shown of={post}>
        {(read) => (
          <>
            <section aria-labelledby="failing">
              <h2 id="failing">{said.failing}</h2>
              {read.failing.length === 0 ? <p class="soft">{said.allArrived}</p> : <Messages of={read.failing} />}
            </section>
            <section aria-labelledby="letters">
              <h2 id="letters">{said.letters}</h2>
              <Letters post={read} />
              {read.more && <Button onClick={() => show(count + shown_first)} busy={post.loading}>{words.value.common.more}</Button>}
            </section>
          </>
        )}
      </Shown>
    </div>
  );
}

function Letters({ post }: { post: Post }) {
  const said = lettersWords.value;
  if (post.letters === undefined) {
    return <><p class="soft">{said.notKept}</p>{post.messages.length > 0 && <Messages of={post.messages} />}</>;
  }
  if (post.letters.length === 0) {
    return <Empty>{said.none}</Empty>;
  }
  const states = new Map(post.messages.map((message) => [message.key, message.state]));
  return (
    <ul class="cards">
      {post.letters.map((letter) => <Row key={letter.id} letter={letter} state={states.get(letter.id) ?? 'sent'} />)}
    </ul>
  );
}

function Row({ letter, state }: { letter: Letter; state: Message['state'] }) {
  const said = lettersWords.value;
  return (
    <li class="letter-row">
      <div>
        <a href={address('letters', [letter.id])}>{letter.subject}</a>
        <p class="small soft">{said.to.toLowerCase()} {said.person(letter.name, letter.to)}</p>
      </div>
      <p class="small soft letter-when"><time dateTime={letter.at}>{instantText(letter.at)}</time><State of={state} /></p>
    </li>
  );
}

function State({ of }: { of: Message['state'] }) {
  return <span class={`letter-state ${of}`}>{lettersWords.value.states[of]}</span>;
}

/// How far messages came, for whoever has to see to it.
function Messages({ of }: { of: readonly Message[] }) {
  const said = lettersWords.value;
  return (
    <Lines heads={[said.to, said.what, said.state, said.why, said.tries, said.retry]} lines={of.map((message) => ({
      key: message.key,
      head: personName(message.to),
      cells: [
        said.kinds[message.kind](dayText(message.day)),
        <State of={message.state} />,
        said.reasons[message.reason] ?? message.reason,
        message.tries,
        message.retry_at && message.state === 'waiting_retry' ? instantText(message.retry_at) : '',
      ],
    }))} />
  );
}
