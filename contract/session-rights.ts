import type { User } from './sessions/user.ts';

/** What an account may do with sessions and blocked devices of its server. */
export interface SessionRights {
  /** `current`: only the session at hand. */
  readonly view: 'all' | 'mine' | 'current';
  readonly end: 'all' | 'mine' | 'current';
  readonly viewBlocked: boolean;
  readonly block: boolean;
  readonly changeBlock: boolean;
  readonly unblock: boolean;
}

/** Reads the rights out of what the server granted; nothing known means the least. */
export function sessionRightsOf(user: Pick<User, 'permissions' | 'isAdmin'> | null): SessionRights {
  const granted = user?.permissions ?? [];
  // A server that lists no permissions of an administrator is believed about the administrator.
  const all = user !== null && granted.length === 0 && user.isAdmin;
  const may = (right: string) => all || granted.includes(`ffsecurity.${right}`);
  const reach = (verb: 'view' | 'delete') => {
    if (may(`${verb}_ffsecauthsession`)) return 'all';
    return may(`${verb}_all_own_sessions`) ? 'mine' : 'current';
  };
  return {
    view: reach('view'),
    end: reach('delete'),
    viewBlocked: may('view_deviceblacklistrecord'),
    block: may('add_deviceblacklistrecord'),
    changeBlock: may('change_deviceblacklistrecord'),
    unblock: may('delete_deviceblacklistrecord'),
  };
}
