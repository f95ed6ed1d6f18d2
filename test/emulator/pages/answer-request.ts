import { type Answer, empty, html, nginxPage } from '../http/answer.ts';
import type { Asked } from '../http/asked.ts';
import { notFound, problem } from '../http/problems.ts';
import { findRoute, type Method, type Route, stripPrefix } from '../http/route.ts';
import type { World } from '../world/world.ts';
import { checkToken } from './authorization.ts';
import { licenceRoutes } from './licence.ts';
import { indexPage } from './open-pages.ts';
import { apiRoutes } from './routes.ts';
import { webInterfaceRoutes } from './web-interface.ts';

/** The response without faults. */
export async function answerRequest(world: World, asked: Asked): Promise<Answer> {
  const found = findRoute(routesAt(asked), asked.path);
  if (!found) return answerUnknown(asked);
  const { route, id } = found;
  const method = asked.method === 'HEAD' ? 'GET' : asked.method;
  if (route.token === 'not needed') {
    const page = isMethod(method) ? route.methods[method] : undefined;
    return page ? page({ world, asked, id }) : wrongMethod(asked, route);
  }
  // The token is checked before the method, as in Django REST framework.
  const verdict = checkToken(world, asked);
  if (!verdict.ok) return verdict.response;
  const page = isMethod(method) ? route.methods[method] : undefined;
  const { session, person } = verdict;
  return page ? page({ world, asked, id, session, person }) : wrongMethod(asked, route);
}

function routesAt(asked: Asked): readonly Route[] {
  const { prefix, rootConfig } = asked.switches;
  if (asked.fullPath.startsWith('/ntls/')) return licenceRoutes;
  if (asked.fullPath === '/') return webInterfaceRoutes;
  if (stripPrefix(asked.fullPath, prefix).inside) return apiRoutes;
  return rootConfig ? apiRoutes.filter((route) => route.path === '/config.json') : [];
}

function answerUnknown(asked: Asked): Answer {
  const { prefix, unknownPath } = asked.switches;
  const inside = stripPrefix(asked.fullPath, prefix).inside;
  if (inside && !asked.path.endsWith('/') && findRoute(apiRoutes, `${asked.path}/`)) {
    const search = asked.query.size > 0 ? `?${asked.query}` : '';
    return empty(301, { Location: `${asked.fullPath}/${search}` });
  }
  if (unknownPath === 'index-page') return html(200, indexPage);
  return inside ? notFound(asked) : nginxPage(404, 'Not Found');
}

function wrongMethod(asked: Asked, route: Route): Answer {
  const response = problem(asked, 405, 'METHOD_NOT_ALLOWED', `Method "${asked.method}" not allowed.`);
  return { ...response, headers: { ...response.headers, Allow: Object.keys(route.methods).join(', ') } };
}

function isMethod(method: string): method is Method {
  return method === 'GET' || method === 'POST' || method === 'PATCH' || method === 'DELETE';
}
