#ifndef STANCEGRAPH_ENCODER_KERNELS_H
#define STANCEGRAPH_ENCODER_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The steps of the encoder beside its integer products, one row or one sentence at a time.
//
// Every function gives the same bits on every machine: eight lanes whatever the registers hold, sums in
// a fixed order, no contraction to fused multiply-adds, exp and the Gaussian distribution function by
// polynomials of our own; what is left are IEEE 754 operations, square root and division among them.

// Rows of unsigned bytes, each with a scale and a zero point of its own:
// value = scale * (byte - zero).
struct sg_rows {
  uint8_t *values;
  float *scales;
  int32_t *zeros;
};

// What turns the sums of an integer product into floats, by output column.
struct sg_columns {
  const float *scales;
  // The sum of each column's weights, which takes the zero point's part out of the products.
  const int32_t *sums;
  const float *bias;
};

// The tables of embeddings, and the layer norm that follows them.
struct sg_embeddings {
  const int8_t *words;
  const float *word_scales;
  const float *cases;
  const float *positions;
  const float *gain;
  const float *shift;
};

struct sg_kernels {
  // Sums of the embeddings of `count` pieces, normalised: floats to `out`, bytes to `rows`.
  void (*embed)(const struct sg_embeddings *tables, const int32_t *pieces, const uint8_t *cases,
                const int32_t *positions, size_t count, float *out, struct sg_rows rows);
  // Bytes of `count` rows of `width` floats.
  void (*quantise)(const float *x, size_t count, size_t width, struct sg_rows rows);
  // Floats of a product's sums.
  void (*dequantise)(const int32_t *sums, size_t count, size_t width, struct sg_rows rows,
                     struct sg_columns columns, float *out);
  // The same, then the Gaussian error linear unit, then bytes.
  void (*gelu)(const int32_t *sums, size_t count, size_t width, struct sg_rows rows,
               struct sg_columns columns, struct sg_rows out);
  // Adds a product to `x` and normalises (He 2016; Ba 2016): floats to `x`, bytes to `out`.
  void (*residual_norm)(const int32_t *sums, size_t count, struct sg_rows rows, struct sg_columns columns,
                        const float *gain, const float *shift, float *x, struct sg_rows out);
  // Scaled dot-product attention (Vaswani 2017) of one sentence of `count` pieces, whose rows of queries,
  // keys and values lie in `qkv`; for the pieces `queries`, one row of `out` each. `scratch` holds
  // sg_attention_scratch(count) floats.
  void (*attention)(const float *qkv, size_t count, const int32_t *queries, size_t query_count, float *scratch,
                    float *out);
  // Where negative, times 0.1.
  void (*leaky)(float *x, size_t count);
  // c = a · b of m×k and k×n matrices, n a multiple of 8, rows `stride` floats apart in `a`.
  void (*product)(const float *a, size_t stride, const float *b, float *c, size_t m, size_t k, size_t n);
  // For one dependent, the part of its `relations` scores that is bilinear with its head.
  void (*bilinear)(const int32_t *sums, float scale, int32_t zero, struct sg_columns columns, const float *head,
                   size_t relations, size_t width, float *out);
};

enum { SG_HIDDEN = 384, SG_HEADS = 12, SG_HEAD = 32, SG_INNER = 1536 };

// The kernels for this processor; with `portable`, those that any processor runs. Their results are equal.
const struct sg_kernels *sg_kernels_for(bool portable);

size_t sg_attention_scratch(size_t count);

// c = a · bᵀ of m×k unsigned and n×k signed bytes, by a plain loop.
void sg_integer_product(const uint8_t *a, const int8_t *b, int32_t *c, size_t m, size_t n, size_t k);

// A hash of 4-byte words in 1,024 interleaved lanes (Fowler, Noll and Vo's step in each): as fast as memory.
uint32_t sg_checksum(const uint8_t *bytes, size_t count);

// OpenMP of the calling thread: documents, not products, are what runs in parallel.
void sg_one_thread(void);

#endif
