// When a text is sent: after a pause, at last while somebody types on and on, and later and later while nobody answers.

export const PAUSE = 250; // milliseconds after the last key
const LONGEST = 3_000; // milliseconds without a save while somebody types on and on
const SLOWEST = 10; // seconds between two tries

export class Timing {
  failures = 0;
  private timer = 0;
  private notBefore = 0;
  private since = 0;

  /** Somebody typed: return how long to wait, and whether that is in the middle of typing. */
  typed(): { wait: number; forced: boolean } {
    this.since ||= Date.now();
    const left = Math.max(0, this.since + LONGEST - Date.now());
    return { wait: Math.min(PAUSE, left), forced: left < PAUSE };
  }

  plan(delay: number, act: () => void): void {
    const wait = Math.max(delay, this.notBefore - Date.now());
    clearTimeout(this.timer);
    this.timer = window.setTimeout(act, wait);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  sent(): void {
    this.stop();
    this.since = 0;
  }

  answered(): void {
    this.failures = 0;
    this.notBefore = 0;
  }

  /** again: seconds that the server asks for. throttled: it is there, so that is enough. */
  failed(again: number, throttled: boolean): void {
    this.failures += 1;
    const wait = Math.min(SLOWEST, Math.max(again, throttled ? 0 : 2 ** (this.failures - 1)));
    this.notBefore = Date.now() + wait * 1000;
  }

  hurry(): void {
    this.notBefore = 0;
  }
}
