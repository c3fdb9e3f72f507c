/** SHA-256 (FIPS 180-4) of UTF-8 text, as hex. Synchronous and without platform APIs, so that it runs anywhere. */
export function sha256(text: string): string {
  const bytes = utf8(text);
  const bitLength = bytes.length * 8;
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bitLength / 2 ** 32));
  view.setUint32(padded.length - 4, bitLength >>> 0);
  const state = Uint32Array.from(INITIAL);
  const w = new Uint32Array(64);
  for (let offset = 0; offset < padded.length; offset += 64) compress(state, w, view, offset);
  return [...state].map((x) => x.toString(16).padStart(8, "0")).join("");
}

function compress(state: Uint32Array, w: Uint32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const a = at(w, i - 15);
    const b = at(w, i - 2);
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[i] = (at(w, i - 16) + s0 + at(w, i - 7) + s1) >>> 0;
  }
  let [a, b, c, d] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3)];
  let [e, f, g, h] = [at(state, 4), at(state, 5), at(state, 6), at(state, 7)];
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND, i) + at(w, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  // The array takes what is past 32 bits away.
  state.set([a + at(state, 0), b + at(state, 1), c + at(state, 2), d + at(state, 3)]);
  state.set([e + at(state, 4), f + at(state, 5), g + at(state, 6), h + at(state, 7)], 4);
}

const at = (array: Uint32Array, i: number): number => array[i] ?? 0;
const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** The first 32 bits of the fractional part of `x`. */
const fraction = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) >>> 0;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

const PRIMES = primes(64);
const INITIAL = Uint32Array.from(PRIMES.slice(0, 8), (p) => fraction(Math.sqrt(p)));
const ROUND = Uint32Array.from(PRIMES, (p) => fraction(Math.cbrt(p)));

function utf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.codePointAt(i) ?? 0xfffd;
    const point = c >= 0xd800 && c <= 0xdfff ? 0xfffd : c;
    if (point < 0x80) {
      out[end++] = point;
      continue;
    }
    if (point < 0x800) out[end++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) out[end++] = 0xe0 | (point >> 12);
      else {
        i++;
        out[end++] = 0xf0 | (point >> 18);
        out[end++] = 0x80 | ((point >> 12) & 63);
      }
      out[end++] = 0x80 | ((point >> 6) & 63);
    }
    out[end++] = 0x80 | (point & 63);
  }
  return out.subarray(0, end);
}
