import { describe, expect, test } from 'vitest';
import {
  cpuTimeAt,
  gapAround,
  isAtRest,
  type KnownProcess,
  totalCpuMs,
} from '../../../bench/processes/cpu-time.ts';
import { parseSchedstat, parseStat } from '../../../bench/processes/proc-files.ts';
import { descendsFrom } from '../../../bench/processes/process-memory.ts';

const process = (parent: number, ownMs: number, more: Partial<KnownProcess> = {}): KnownProcess => ({
  parent,
  ownMs,
  endedChildrenMs: 0,
  isAlive: true,
  ...more,
});

describe('what the kernel tells about a process', () => {
  test('is read whatever the name of the process holds', () => {
    const text =
      '20 (a ) S 1 (b) S 10 20 20 0 -1 4194304 103 0 0 0 7 3 2 1 20 0 1 0 2968997 3133440 416 18446744073709551615\n';
    expect(parseStat(text)).toEqual({ parent: 10, ownMs: 100, endedChildrenMs: 30 });
  });

  test('is nothing for a process that has just ended', () => {
    expect(parseStat('')).toBeNull();
    expect(parseSchedstat('')).toBe(0);
  });

  test('counts the time of a thread in nanoseconds', () => {
    expect(parseSchedstat('1383748 7917357 10\n')).toBeCloseTo(1.383748);
  });
});

describe('the processor time of an app', () => {
  test('adds up everything it started, over any number of generations', () => {
    const processes = new Map([
      [10, process(1, 100)],
      [20, process(10, 20)],
      [30, process(20, 3)],
    ]);
    expect(totalCpuMs(processes)).toBe(123);
  });

  test('counts a child that ended once, whether its parent waited for it or not', () => {
    const ended = process(10, 20, { isAlive: false });
    const grandchild = process(20, 5, { isAlive: false });
    const family = (endedChildrenMs: number) =>
      new Map([
        [10, process(1, 100, { endedChildrenMs })],
        [20, ended],
        [30, grandchild],
      ]);
    expect(totalCpuMs(family(30))).toBe(130);
    expect(totalCpuMs(family(0))).toBe(125);
  });

  test('counts a child that was too short to be seen', () => {
    expect(totalCpuMs(new Map([[10, process(1, 100, { endedChildrenMs: 10 })]]))).toBe(110);
  });

  test('at a moment lies on the line between the samples around it', () => {
    const samples = [
      { at: 1_000, totalMs: 0 },
      { at: 1_020, totalMs: 30 },
      { at: 1_060, totalMs: 50 },
    ];
    expect(cpuTimeAt(samples, 1_010)).toBe(15);
    expect(cpuTimeAt(samples, 1_020)).toBe(30);
    expect(cpuTimeAt(samples, 1_050)).toBe(45);
    expect(gapAround(samples, 1_050)).toBe(40);
  });

  test('is unknown before the first sample and after the last', () => {
    const samples = [
      { at: 1_000, totalMs: 0 },
      { at: 1_020, totalMs: 30 },
    ];
    expect(cpuTimeAt(samples, 999)).toBeNaN();
    expect(cpuTimeAt(samples, 1_021)).toBeNaN();
    expect(cpuTimeAt([], 1_000)).toBeNaN();
  });

  test('has come to rest when little was added for a while', () => {
    const at = (...totals: number[]) => totals.map((totalMs, index) => ({ at: index * 100, totalMs }));
    expect(isAtRest(at(0, 90, 180, 200, 201, 202, 203, 204, 205), 500)).toBe(true);
    expect(isAtRest(at(0, 90, 180, 200, 201, 202, 203), 500)).toBe(false);
    expect(isAtRest(at(0, 1), 500)).toBe(false);
  });
});

describe('the memory of an app', () => {
  test('counts what it started, over any number of generations', () => {
    const parents = new Map([
      [30, 20],
      [20, 10],
      [10, 1],
      [40, 1],
    ]);
    expect([30, 20, 10, 40].filter((pid) => descendsFrom(pid, 10, parents))).toEqual([30, 20, 10]);
  });
});
