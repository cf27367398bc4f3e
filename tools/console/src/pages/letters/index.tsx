import { route } from '../../router';
import { OneLetter } from './letter';
import { List } from './list';
import './letters.css';

export default function LettersPage() {
  const [id] = route.value.parts;
  return id === undefined ? <List /> : <OneLetter id={id} />;
}
