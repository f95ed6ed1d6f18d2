import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** Types of TLS records, and of the message that begins a handshake. */
const changeCipherSpec = 20;
const alert = 21;
const handshake = 22;
const clientHello = 1;
const headerSize = 5;

/** In bytes; more than a client says before it is heard. */
const maxHeld = 256 * 1024;

/**
 * A connection on which a TLS client says no more than its first message until the server is accepted.
 *
 * A client certificate is the second thing that a client says, and Node decides about the server's only afterwards.
 * `decide` is called once, as soon as there is more to say: by then the server has presented its certificate, and in
 * TLS 1.3 proved its key. It ends the connection, or calls `release`.
 */
export class HeldHandshake extends Duplex {
  /** What is held back: the rest of the client's part of the handshake. */
  held = Buffer.alloc(0);
  #isHolding = false;
  #isReleased = false;
  readonly #socket: Socket;
  readonly #decide: () => void;

  constructor(socket: Socket, decide: () => void) {
    super();
    this.#socket = socket;
    this.#decide = decide;
    socket.on('data', (chunk) => {
      if (!this.push(chunk)) socket.pause();
    });
    socket.once('end', () => this.push(null));
    socket.once('error', (error) => this.destroy(error));
    socket.once('close', () => this.destroy());
  }

  /** Sends what was held back, and everything that follows. */
  release(): void {
    this.#isReleased = true;
    if (this.held.length > 0 && !this.#socket.destroyed) this.#socket.write(this.held);
    this.held = Buffer.alloc(0);
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#isReleased) {
      this.#socket.write(chunk, done);
      return;
    }
    this.held = Buffer.concat([this.held, chunk]);
    const isTooMuch = this.held.length > maxHeld;
    if (!isTooMuch) this.#passFirstMessages();
    done(isTooMuch ? new Error('Too much before the server was accepted') : null);
  }

  override _final(done: () => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }

  /** Sends records as long as they say nothing of the client: its hello, its alerts, and the signs around them. */
  #passFirstMessages(): void {
    while (!this.#isHolding && this.held.length > headerSize) {
      const [type, , , high = 0, low = 0, message] = this.held;
      const isSafe =
        type === changeCipherSpec || type === alert || (type === handshake && message === clientHello);
      if (!isSafe) {
        // SECURITY: nothing more leaves, in either version of TLS, before the server is accepted (0044).
        this.#isHolding = true;
        setImmediate(this.#decide);
        return;
      }
      const size = headerSize + high * 256 + low;
      if (this.held.length < size) return;
      this.#socket.write(this.held.subarray(0, size));
      this.held = this.held.subarray(size);
    }
  }
}
