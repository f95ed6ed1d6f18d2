/** A blocked device, by its `uuid`. */
export interface BlockRecord {
  readonly id: number;
  readonly uuid: string;
  readonly reason: string;
  readonly createdAt: number;
  /** Null: permanent. */
  readonly expiresAt: number | null;
}

/** The blocked devices of an emulated server. */
export class BlockList {
  readonly #records = new Map<number, BlockRecord>();
  #lastId = 0;

  get all(): readonly BlockRecord[] {
    return [...this.#records.values()];
  }

  byId(id: number): BlockRecord | undefined {
    return this.#records.get(id);
  }

  add(record: Omit<BlockRecord, 'id'>): BlockRecord {
    this.#lastId += 1;
    const added = { ...record, id: this.#lastId };
    this.#records.set(added.id, added);
    return added;
  }

  change(record: BlockRecord): void {
    this.#records.set(record.id, record);
  }

  remove(id: number): void {
    this.#records.delete(id);
  }

  blocks(uuid: string, now: number): boolean {
    return this.all.some(
      (record) => record.uuid === uuid && (record.expiresAt === null || record.expiresAt > now),
    );
  }
}
