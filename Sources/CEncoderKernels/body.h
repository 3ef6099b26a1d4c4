// The kernels, in vectors of eight lanes; compiled once for each set of instructions.

// Vectors never cross a call: every helper is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float f8 __attribute__((vector_size(32)));
typedef float f8_in_memory __attribute__((vector_size(32), aligned(4)));
typedef int32_t i8 __attribute__((vector_size(32)));
typedef int32_t i8_in_memory __attribute__((vector_size(32), aligned(4)));
typedef int8_t bytes8 __attribute__((vector_size(8), aligned(1)));
typedef uint8_t ubytes8 __attribute__((vector_size(8), aligned(1)));

#define INLINE static inline __attribute__((always_inline))

INLINE f8 load(const float *p) { return *(const f8_in_memory *)p; }
INLINE void store(float *p, f8 x) { *(f8_in_memory *)p = x; }
INLINE i8 load_integers(const int32_t *p) { return *(const i8_in_memory *)p; }
INLINE f8 splat(float x) { return (f8){x, x, x, x, x, x, x, x}; }
INLINE f8 choose(i8 mask, f8 a, f8 b) { return (f8)((mask & (i8)a) | (~mask & (i8)b)); }
INLINE f8 greater(f8 a, f8 b) { return choose(a > b, a, b); }
INLINE f8 lesser(f8 a, f8 b) { return choose(a < b, a, b); }

INLINE float sum(f8 v) { return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7])); }
INLINE float largest(f8 v) {
  float m = v[0];
  for (int i = 1; i < 8; i++) m = v[i] > m ? v[i] : m;
  return m;
}
INLINE float smallest(f8 v) {
  float m = v[0];
  for (int i = 1; i < 8; i++) m = v[i] < m ? v[i] : m;
  return m;
}

// Adding 1.5 · 2²³ leaves a float without room for a fraction: rounds to nearest, ties to even.
#define ROUNDER 12582912.0f
#define ROUNDER_BITS 0x4B400000

// e^x for x ≤ 0 by a minimax polynomial, within 2 units in the last place; below -87 it stays at e^-87.
INLINE f8 exponential(f8 x) {
  x = greater(x, splat(-87.0f));
  f8 n = x * 1.44269504f + ROUNDER;
  i8 power = (i8)n - ROUNDER_BITS;
  n -= ROUNDER;
  f8 r = (x - n * 0.693359375f) - n * -2.12194440e-4f;
  f8 p = splat(0.0013814596f);
  p = p * r + 0.0083687175f;
  p = p * r + 0.04166838899f;
  p = p * r + 0.16666522f;
  p = p * r + 0.49999994f;
  f8 y = (p * (r * r) + r) + 1.0f;
  return (f8)((i8)y + (power << 23));
}

// x Φ(x), with Φ by a minimax polynomial in x² over |x| ≤ 5; absolute error below 2e-6.
INLINE f8 gaussian_unit(f8 x) {
  f8 c = lesser(greater(x, splat(-5.0f)), splat(5.0f));
  f8 u = c * c * 0.08f - 1.0f;
  f8 p = splat(0.0004929007f);
  p = p * u + -0.0015140702f;
  p = p * u + 0.0020019945f;
  p = p * u + -0.00291585f;
  p = p * u + 0.0061653433f;
  p = p * u + -0.010973099f;
  p = p * u + 0.016497677f;
  p = p * u + -0.023336774f;
  p = p * u + 0.031426229f;
  p = p * u + -0.040432945f;
  p = p * u + 0.05152142f;
  p = p * u + -0.070296653f;
  p = p * u + 0.14136378f;
  return x * (c * p + 0.5f);
}

INLINE f8 value(const int32_t *sums, size_t i, i8 zero, float scale, struct sg_columns columns) {
  i8 whole = load_integers(sums + i) - zero * load_integers(columns.sums + i);
  return __builtin_convertvector(whole, f8) * load(columns.scales + i) * scale + load(columns.bias + i);
}

INLINE i8 integers(int32_t x) { return (i8){x, x, x, x, x, x, x, x}; }

// The bytes of a row whose least and greatest values, by lane, are known.
INLINE void quantise_row(const float *x, size_t width, f8 low, f8 high, struct sg_rows rows, size_t row) {
  float lo = smallest(low), hi = largest(high);
  lo = lo < 0 ? lo : 0;
  hi = hi > 0 ? hi : 0;
  float range = hi - lo;
  float inverse = range > 0 ? 255.0f / range : 0;
  float rounded = -lo * inverse + ROUNDER;
  int32_t bits;
  memcpy(&bits, &rounded, 4);
  int32_t zero = bits - ROUNDER_BITS;
  rows.scales[row] = range / 255.0f;
  rows.zeros[row] = zero;
  uint8_t *out = rows.values + row * width;
  i8 offset = integers(zero - ROUNDER_BITS);
  for (size_t i = 0; i < width; i += 8) {
    i8 q = (i8)(load(x + i) * inverse + ROUNDER) + offset;
    q = __builtin_elementwise_min(__builtin_elementwise_max(q, integers(0)), integers(255));
    *(ubytes8 *)(out + i) = __builtin_convertvector(q, ubytes8);
  }
}

// Normalises a row of SG_HIDDEN floats in place.
INLINE void norm_row(float *x, const float *gain, const float *shift, struct sg_rows out, size_t row) {
  f8 s[4] = {};
  for (size_t i = 0; i < SG_HIDDEN; i += 32)
    for (size_t j = 0; j < 4; j++) s[j] += load(x + i + 8 * j);
  float mean = sum((s[0] + s[1]) + (s[2] + s[3])) * (1.0f / SG_HIDDEN);
  f8 v[4] = {};
  for (size_t i = 0; i < SG_HIDDEN; i += 32)
    for (size_t j = 0; j < 4; j++) {
      f8 d = load(x + i + 8 * j) - mean;
      v[j] += d * d;
    }
  float variance = sum((v[0] + v[1]) + (v[2] + v[3])) * (1.0f / SG_HIDDEN);
  float inverse = 1.0f / __builtin_sqrtf(variance + 1e-12f);
  f8 low = splat(0), high = splat(0);
  for (size_t i = 0; i < SG_HIDDEN; i += 8) {
    f8 y = (load(x + i) - mean) * inverse * load(gain + i) + load(shift + i);
    low = lesser(y, low);
    high = greater(y, high);
    store(x + i, y);
  }
  quantise_row(x, SG_HIDDEN, low, high, out, row);
}

static void embed(const struct sg_embeddings *t, const int32_t *pieces, const uint8_t *cases,
                  const int32_t *positions, size_t count, float *out, struct sg_rows rows) {
  for (size_t row = 0; row < count; row++) {
    const int8_t *word = t->words + (size_t)pieces[row] * SG_HIDDEN;
    const float *letters = t->cases + (size_t)cases[row] * SG_HIDDEN;
    const float *position = t->positions + (size_t)positions[row] * SG_HIDDEN;
    float scale = t->word_scales[pieces[row]];
    float *x = out + row * SG_HIDDEN;
    for (size_t i = 0; i < SG_HIDDEN; i += 8) {
      f8 w = __builtin_convertvector(*(const bytes8 *)(word + i), f8) * scale;
      store(x + i, (w + load(letters + i)) + load(position + i));
    }
    norm_row(x, t->gain, t->shift, rows, row);
  }
}

static void quantise(const float *x, size_t count, size_t width, struct sg_rows rows) {
  for (size_t row = 0; row < count; row++) {
    const float *from = x + row * width;
    f8 low = splat(0), high = splat(0);
    for (size_t i = 0; i < width; i += 8) {
      low = lesser(load(from + i), low);
      high = greater(load(from + i), high);
    }
    quantise_row(from, width, low, high, rows, row);
  }
}

static void dequantise(const int32_t *sums, size_t count, size_t width, struct sg_rows rows,
                       struct sg_columns columns, float *out) {
  for (size_t row = 0; row < count; row++) {
    i8 zero = integers(rows.zeros[row]);
    float scale = rows.scales[row];
    for (size_t i = 0; i < width; i += 8)
      store(out + row * width + i, value(sums + row * width, i, zero, scale, columns));
  }
}

static void gelu(const int32_t *sums, size_t count, size_t width, struct sg_rows rows, struct sg_columns columns,
                 struct sg_rows out) {
  float buffer[SG_INNER];
  for (size_t row = 0; row < count; row++) {
    i8 zero = integers(rows.zeros[row]);
    float scale = rows.scales[row];
    f8 low = splat(0), high = splat(0);
    for (size_t i = 0; i < width; i += 8) {
      f8 y = gaussian_unit(value(sums + row * width, i, zero, scale, columns));
      low = lesser(y, low);
      high = greater(y, high);
      store(buffer + i, y);
    }
    quantise_row(buffer, width, low, high, out, row);
  }
}

static void residual_norm(const int32_t *sums, size_t count, struct sg_rows rows, struct sg_columns columns,
                          const float *gain, const float *shift, float *x, struct sg_rows out) {
  for (size_t row = 0; row < count; row++) {
    i8 zero = integers(rows.zeros[row]);
    float scale = rows.scales[row];
    float *y = x + row * SG_HIDDEN;
    for (size_t i = 0; i < SG_HIDDEN; i += 8)
      store(y + i, load(y + i) + value(sums + row * SG_HIDDEN, i, zero, scale, columns));
    norm_row(y, gain, shift, out, row);
  }
}

// The probabilities of one query in place, not yet divided by their sum, which it returns.
INLINE float soft_maximum(float *scores, size_t count, size_t padded) {
  for (size_t j = count; j < padded; j++) scores[j] = scores[0];
  f8 most = load(scores);
  for (size_t j = 8; j < padded; j += 8) most = greater(load(scores + j), most);
  float top = largest(most);
  for (size_t j = 0; j < padded; j += 8) store(scores + j, exponential(load(scores + j) - top));
  for (size_t j = count; j < padded; j++) scores[j] = 0;
  f8 total = splat(0);
  for (size_t j = 0; j < padded; j += 8) total += load(scores + j);
  return sum(total);
}

enum { QUERIES = 4 };

static void attention(const float *qkv, size_t count, const int32_t *queries, size_t query_count, float *scratch,
                      float *out) {
  const size_t stride = 3 * SG_HIDDEN, padded = (count + 15) / 16 * 16;
  float *keys = scratch, *scores = scratch + SG_HEAD * padded;
  for (size_t head = 0; head < SG_HEADS; head++) {
    const float *q = qkv + head * SG_HEAD, *k = q + SG_HIDDEN, *v = k + SG_HIDDEN;
    // Keys by dimension, so that eight of them meet a query at once.
    for (size_t j = 0; j < padded; j++)
      for (size_t d = 0; d < SG_HEAD; d++) keys[d * padded + j] = j < count ? k[j * stride + d] : 0;
    for (size_t first = 0; first < query_count; first += QUERIES) {
      size_t block = query_count - first < QUERIES ? query_count - first : QUERIES;
      float query[QUERIES][SG_HEAD];
      for (size_t b = 0; b < QUERIES; b++) {
        const float *from = q + (size_t)queries[first + (b < block ? b : 0)] * stride;
        for (size_t d = 0; d < SG_HEAD; d++) query[b][d] = from[d] * 0.17677669529f;
      }
      for (size_t j = 0; j < padded; j += 16) {
        f8 a[QUERIES][2] = {};
        for (size_t d = 0; d < SG_HEAD; d++) {
          f8 left = load(keys + d * padded + j), right = load(keys + d * padded + j + 8);
          for (size_t b = 0; b < QUERIES; b++) {
            a[b][0] += left * query[b][d];
            a[b][1] += right * query[b][d];
          }
        }
        for (size_t b = 0; b < QUERIES; b++) {
          store(scores + b * padded + j, a[b][0]);
          store(scores + b * padded + j + 8, a[b][1]);
        }
      }
      float totals[QUERIES];
      for (size_t b = 0; b < block; b++) totals[b] = soft_maximum(scores + b * padded, count, padded);
      for (size_t b = 0; b < block; b += 2) {
        const float *one = scores + b * padded, *two = b + 1 < block ? one + padded : one;
        f8 x[2][4] = {};
        for (size_t j = 0; j < count; j++)
          for (size_t c = 0; c < 4; c++) {
            f8 w = load(v + j * stride + 8 * c);
            x[0][c] += w * one[j];
            x[1][c] += w * two[j];
          }
        for (size_t e = 0; e < 2 && b + e < block; e++)
          for (size_t c = 0; c < 4; c++)
            store(out + (first + b + e) * SG_HIDDEN + head * SG_HEAD + 8 * c, x[e][c] * (1.0f / totals[b + e]));
      }
    }
  }
}

static void leaky(float *x, size_t count) {
  for (size_t i = 0; i < count; i += 8) {
    f8 y = load(x + i);
    store(x + i, choose(y > splat(0), y, y * 0.1f));
  }
}

static void product(const float *a, size_t stride, const float *b, float *c, size_t m, size_t k, size_t n) {
  for (size_t first = 0; first < m; first += QUERIES) {
    size_t block = m - first < QUERIES ? m - first : QUERIES;
    const float *rows[QUERIES];
    for (size_t r = 0; r < QUERIES; r++) rows[r] = a + (first + (r < block ? r : 0)) * stride;
    for (size_t j = 0; j < n; j += 16) {
      // The last eight columns may stand alone; then both halves are the same.
      size_t other = j + 8 < n ? j + 8 : j;
      f8 s[QUERIES][2] = {};
      for (size_t i = 0; i < k; i++) {
        f8 left = load(b + i * n + j), right = load(b + i * n + other);
        for (size_t r = 0; r < QUERIES; r++) {
          s[r][0] += left * rows[r][i];
          s[r][1] += right * rows[r][i];
        }
      }
      for (size_t r = 0; r < block; r++) {
        store(c + (first + r) * n + j, s[r][0]);
        store(c + (first + r) * n + other, s[r][1]);
      }
    }
  }
}

static void bilinear(const int32_t *sums, float scale, int32_t zero, struct sg_columns columns, const float *head,
                     size_t relations, size_t width, float *out) {
  i8 zeros = integers(zero);
  for (size_t r = 0; r < relations; r++) {
    f8 total = splat(0);
    for (size_t i = 0; i < width; i += 8) {
      size_t at = r * width + i;
      i8 whole = load_integers(sums + at) - zeros * load_integers(columns.sums + at);
      total += __builtin_convertvector(whole, f8) * load(columns.scales + at) * load(head + i);
    }
    out[r] = sum(total) * scale;
  }
}

const struct sg_kernels SG_KERNELS = {
    .embed = embed,
    .quantise = quantise,
    .dequantise = dequantise,
    .gelu = gelu,
    .residual_norm = residual_norm,
    .attention = attention,
    .leaky = leaky,
    .product = product,
    .bilinear = bilinear,
};
