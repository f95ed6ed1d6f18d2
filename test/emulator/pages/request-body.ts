import type { Answer } from '../http/answer.ts';
import type { Asked } from '../http/asked.ts';
import { badParam, problem } from '../http/problems.ts';
import type { Device } from '../world/session-table.ts';

/** A JSON object from a client. */
export type Fields = Readonly<Record<string, unknown>>;

/** The validated body of a log-in. */
export interface LoginBody extends Device {
  readonly videoAuthToken: string | undefined;
}

/** A value, or the response that says what is wrong. */
export type Read<Value> = { readonly ok: true; readonly value: Value } | Refused;

/** The response for an invalid request. */
export interface Refused {
  readonly ok: false;
  readonly response: Answer;
}

/** Parses a JSON object; an empty body counts as `{}`, so that missing fields are reported by name. */
export function readFields(asked: Asked): Read<Fields> {
  if (asked.switches.contentType === 'json-only' && !isJson(asked.headers['content-type'])) {
    const sentence = `Unsupported media type "${asked.headers['content-type'] ?? ''}" in request.`;
    return refuse(problem(asked, 415, 'UNSUPPORTED_MEDIA_TYPE', sentence));
  }
  if (asked.body.length === 0) return { ok: true, value: {} };
  const value = parse(asked.body.toString());
  if (value === undefined) return refuse(problem(asked, 400, 'BAD_PARAM', 'JSON parse error'));
  if (!isFields(value)) {
    return refuse(problem(asked, 400, 'BAD_PARAM', 'Invalid data. Expected a dictionary.'));
  }
  return { ok: true, value };
}

/** Parses the body of a log-in. */
export function readLoginBody(asked: Asked): Read<LoginBody> {
  const read = readFields(asked);
  return read.ok ? readDevice(asked, read.value) : read;
}

/** Parses the device fields, from JSON or a form. */
export function readDevice(asked: Asked, fields: Fields): Read<LoginBody> {
  const uuid = readText(asked, fields, 'uuid', 256);
  if (!uuid.ok) return uuid;
  const mobile = fields.mobile ?? false;
  if (typeof mobile !== 'boolean') return refuse(badParam(asked, 'mobile', 'Must be a valid boolean.'));
  const deviceInfo = fields.device_info ?? {};
  if (!isFields(deviceInfo)) {
    return refuse(badParam(asked, 'device_info', 'Expected a dictionary of items.'));
  }
  if (fields.video_auth_token === undefined) {
    return {
      ok: true,
      value: { uuid: uuid.value, mobile, deviceInfo, ip: asked.ip, videoAuthToken: undefined },
    };
  }
  const face = readText(asked, fields, 'video_auth_token', Number.POSITIVE_INFINITY);
  if (!face.ok) return face;
  return {
    ok: true,
    value: { uuid: uuid.value, mobile, deviceInfo, ip: asked.ip, videoAuthToken: face.value },
  };
}

/** Parses a required string of limited length. */
export function readText(asked: Asked, fields: Fields, name: string, longest: number): Read<string> {
  const value = fields[name];
  if (value === undefined) return refuse(badParam(asked, name, 'This field is required.'));
  if (value === null) return refuse(badParam(asked, name, 'This field may not be null.'));
  if (typeof value !== 'string') return refuse(badParam(asked, name, 'Not a valid string.'));
  if (value.trim() === '') return refuse(badParam(asked, name, 'This field may not be blank.'));
  if ([...value].length > longest) {
    return refuse(badParam(asked, name, `Ensure this field has no more than ${longest} characters.`));
  }
  return { ok: true, value };
}

/** Makes a response the result of a parser. */
export function refuse(response: Answer): Refused {
  return { ok: false, response };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
