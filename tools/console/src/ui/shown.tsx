import type { ComponentChildren } from 'preact';
import { words } from '../i18n';
import { Button, Failure, Loading } from './parts';
import type { Resource } from './resource';

/// What was read; before that that it is being read, or why it could not be. Where it could not be
/// read anew, what was read before stays below the reason.
export function Shown<T>({ of, children }: { of: Resource<T>; children: (value: T) => ComponentChildren }) {
  return (
    <>
      {of.error !== undefined && (
        <Failure error={of.error}>
          <Button icon="reload" busy={of.loading} onClick={of.reload}>{words.value.common.tryAgain}</Button>
        </Failure>
      )}
      {of.value !== undefined ? children(of.value) : of.error === undefined && <Loading />}
    </>
  );
}
