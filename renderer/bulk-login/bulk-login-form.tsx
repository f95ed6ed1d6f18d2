import { useRef, useState } from 'react';
import { unhidden } from '../../contract/list/views.ts';
import { isEncrypted, type ProfileId } from '../../contract/profiles/profile.ts';
import { mayBeDomainAccount } from '../../contract/sessions/bulk-login.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Checkbox } from '../components/forms/checkbox.tsx';
import { Select } from '../components/forms/select.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { PasswordField } from '../login/secret-fields.tsx';
import { takeSecrets } from '../login/use-login.tsx';
import { FormProblem } from '../problems/form-problem.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import styles from './bulk-login.module.css';
import { ServerChecklist } from './server-checklist.tsx';
import { acceptsPassword, groupByUser, type UserGroup } from './user-groups.ts';

/** Chooses the servers of one user name and asks for the password once. `only`: the servers that are offered; null: all but hidden ones. */
export function BulkLoginForm({ only }: { readonly only: readonly ProfileId[] | null }) {
  const t = useTranslate();
  const allRows = useAppState((state) => state.rows);
  const offered = only && new Set(only);
  const rows =
    offered === null ? unhidden(allRows) : allRows.filter(({ profile }) => offered.has(profile.id));
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const [openedAt] = useState(Date.now);
  const groups = groupByUser(rows, openedAt, expiringMs, language);
  const [userName, setUserName] = useState(groups[0]?.userName ?? '');
  const group = groups.find((one) => one.userName === userName) ?? groups[0];
  const [selected, setSelected] = useState<ReadonlySet<ProfileId>>(() => firstChoice(group));
  const [agreed, setAgreed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, setProblem, run } = useAsyncCall();
  useFormFocus(form, problem);

  const chosen = group?.rows.filter(({ profile }) => selected.has(profile.id)) ?? [];
  const plain = chosen.filter(({ profile }) => !isEncrypted(profile.address)).length;
  const isDomain = chosen.some(mayBeDomainAccount);

  // Who has ticked a server in the list wants to log in to it, needed or not.
  function firstChoice(of: UserGroup | undefined): ReadonlySet<ProfileId> {
    if (of === undefined) return new Set();
    if (only === null) return of.needed;
    return new Set(of.rows.filter(acceptsPassword).map(({ profile }) => profile.id));
  }

  const chooseUser = (name: string): void => {
    setUserName(name);
    setSelected(firstChoice(groups.find((one) => one.userName === name)));
    setAgreed(false);
  };

  async function logIn(element: HTMLFormElement): Promise<void> {
    if (group === undefined || chosen.length === 0 || (isDomain && !agreed)) return;
    const { password } = takeSecrets(element);
    if (password === '') return setProblem({ code: 'password-missing' });
    const profileIds = chosen.map(({ profile }) => profile.id);
    const request = { userName: group.userName, profileIds, password, domainAgreed: isDomain && agreed };
    await run(bridge.beginBulkLogin(request));
  }

  return (
    <DialogForm
      form={form}
      busy={busy}
      onSubmit={(element) => void logIn(element)}
      submit={{
        label: t('login:bulk.logIn', { count: chosen.length }),
        isDisabled: chosen.length === 0 || (isDomain && !agreed),
      }}
      buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
    >
      <p className={styles.about}>{t('login:bulk.about')}</p>
      <FormProblem problem={problem} name={t('window:appName')} userName={userName} />
      {group === undefined ? (
        <p>{t('login:bulk.none')}</p>
      ) : (
        <>
          <Select
            label={t('login:bulk.user')}
            value={group.userName}
            options={groups.map((one) => ({ value: one.userName, label: one.userName }))}
            onChange={chooseUser}
          />
          <ServerChecklist key={group.userName} group={group} selected={selected} onChange={setSelected} />
          <input type="text" name="userName" autoComplete="username" value={userName} readOnly hidden />
          <PasswordField problem={problem} autoFocus />
          {plain === 0 ? null : (
            <p className={styles.warning}>{t('login:bulk.plainWarning', { count: plain })}</p>
          )}
          {isDomain ? (
            <div className={styles.warning}>
              <p role="status">{t('login:bulk.domainWarning')}</p>
              <Checkbox
                label={t('login:bulk.domainAgree')}
                checked={agreed}
                onChange={(event) => setAgreed(event.target.checked)}
              />
            </div>
          ) : null}
        </>
      )}
    </DialogForm>
  );
}
