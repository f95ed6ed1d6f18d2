import { describe, expect, test } from 'vitest';
import { errorCode, isDeadSocket, networkProblem } from '../../../../main/servers/http/network-errors.ts';
import { Cancelled, DeadlineExceeded, defaultTimeouts } from '../../../../main/servers/http/timeouts.ts';

const host = '10.0.4.7:8443';
const failed = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const problem = (error: unknown) => networkProblem(error, host, defaultTimeouts);

describe('a failed connection', () => {
  test('says why the server could not be reached', { tags: ['row-36', 'row-42'] }, () => {
    const reasons = {
      ENOTFOUND: 'name-unknown',
      EAI_AGAIN: 'name-unknown',
      ECONNREFUSED: 'refused',
      EHOSTUNREACH: 'no-route',
      ENETUNREACH: 'no-route',
      ECONNRESET: 'connection-lost',
      EPIPE: 'connection-lost',
      UND_ERR_SOCKET: 'connection-lost',
      ETIMEDOUT: 'no-answer-in-time',
      UND_ERR_CONNECT_TIMEOUT: 'no-answer-in-time',
      EMFILE: 'other',
      UND_ERR_INFO: 'other',
    };
    const found = Object.keys(reasons).map((code) => [code, problem(failed(code))]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        Object.entries(reasons).map(([code, reason]) => [code, { code: 'server-unreachable', host, reason }]),
      ),
    );
  });

  test('says how long the timeout was', () => {
    expect(problem(new DeadlineExceeded(20))).toEqual({ code: 'no-answer-in-time', host, seconds: 20 });
    expect(problem(failed('UND_ERR_HEADERS_TIMEOUT'))).toMatchObject({
      code: 'no-answer-in-time',
      seconds: 10,
    });
    expect(problem(failed('UND_ERR_BODY_TIMEOUT'))).toMatchObject({ code: 'no-answer-in-time', seconds: 5 });
  });

  test('is not an error if it was cancelled', () => {
    for (const error of [new Cancelled(), failed('UND_ERR_DESTROYED'), failed('UND_ERR_CLOSED')]) {
      expect(problem(error)).toEqual({ code: 'cancelled' });
    }
  });

  test('says if the other end does not speak TLS', { tags: ['row-55'] }, () => {
    for (const code of [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_SSL_PACKET_LENGTH_TOO_LONG',
      'ERR_SSL_HTTP_REQUEST',
    ]) {
      expect(problem(failed(code))).toEqual({ code: 'tls-not-spoken', host });
    }
    expect(problem(failed('EPROTO', 'SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER'))).toEqual({
      code: 'tls-not-spoken',
      host,
    });
  });

  test('says which TLS error it was, but not its message', () => {
    expect(problem(failed('ERR_SSL_BAD_RECORD_TYPE', 'secret'))).toEqual({
      code: 'tls-failed',
      host,
      detail: 'ERR_SSL_BAD_RECORD_TYPE',
    });
    expect(problem(failed('EPROTO', 'secret'))).toEqual({ code: 'tls-failed', host, detail: 'EPROTO' });
  });

  test('says when an answer is too large or breaks the protocol', () => {
    for (const code of ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW']) {
      expect(problem(failed(code))).toEqual({ code: 'answer-too-large', host });
    }
    for (const code of [
      'HPE_INVALID_CONSTANT',
      'HPE_UNEXPECTED_CONTENT_LENGTH',
      'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    ]) {
      expect(problem(failed(code))).toEqual({ code: 'answer-broken', host });
    }
  });

  test('by a parser error without a code is an invalid response', () => {
    const error = Object.assign(new Error('x'), { name: 'HTTPParserError', code: undefined });
    expect(problem(error)).toEqual({ code: 'answer-broken', host });
  });

  test('caused by a bug of ours stays an exception', () => {
    for (const error of [
      new TypeError('x'),
      failed('UND_ERR_INVALID_ARG'),
      failed('ERR_INVALID_CHAR'),
      'x',
      null,
    ]) {
      expect(() => problem(error)).toThrow();
    }
  });

  test('is known by the code of its cause', () => {
    expect(errorCode(new Error('x', { cause: new Error('y', { cause: failed('EPIPE') }) }))).toBe('EPIPE');
    expect(errorCode(new AggregateError([failed('EPIPE')]))).toBeNull();
    const circle = new Error('x');
    circle.cause = circle;
    expect(errorCode(circle)).toBeNull();
  });

  test('may be a socket that had died before', () => {
    expect(isDeadSocket(failed('UND_ERR_SOCKET'))).toBe(true);
    expect(isDeadSocket(failed('ECONNREFUSED'))).toBe(false);
    expect(isDeadSocket(failed('UND_ERR_HEADERS_TIMEOUT'))).toBe(false);
    expect(isDeadSocket(new Cancelled())).toBe(false);
  });
});
