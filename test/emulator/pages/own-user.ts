import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import { describePerson } from '../world/people.ts';

/** `GET /users/me/`, the request that checks a token. */
export const ownUserRoutes: readonly Route[] = [
  {
    path: '/users/me/',
    token: 'needed',
    methods: { GET: ({ person, asked }) => json(200, describePerson(person, asked.switches)) },
  },
];
