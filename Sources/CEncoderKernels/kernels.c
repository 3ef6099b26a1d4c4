#define _GNU_SOURCE
#include "CEncoderKernels.h"

#include <dlfcn.h>
#include <string.h>

extern const struct sg_kernels sg_portable_kernels;
#ifdef __x86_64__
extern const struct sg_kernels sg_avx2_kernels;
#endif

const struct sg_kernels *sg_kernels_for(bool portable) {
#ifdef __x86_64__
  if (!portable && __builtin_cpu_supports("avx2")) return &sg_avx2_kernels;
#endif
  (void)portable;
  return &sg_portable_kernels;
}

size_t sg_attention_scratch(size_t count) { return (SG_HEAD + 4) * ((count + 15) / 16 * 16); }

void sg_integer_product(const uint8_t *a, const int8_t *b, int32_t *c, size_t m, size_t n, size_t k) {
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) {
      int32_t s = 0;
      for (size_t d = 0; d < k; d++) s += (int32_t)a[i * k + d] * b[j * k + d];
      c[i * n + j] = s;
    }
}

enum { LANES = 1024 };

uint32_t sg_checksum(const uint8_t *bytes, size_t count) {
  static const uint32_t prime = 16777619;
  uint32_t lanes[LANES], words[LANES];
  for (size_t i = 0; i < LANES; i++) lanes[i] = 2166136261u;
  for (size_t at = 0; at < count; at += sizeof words) {
    size_t part = count - at < sizeof words ? count - at : sizeof words;
    memset(words, 0, sizeof words);
    memcpy(words, bytes + at, part);
    for (size_t i = 0; i < LANES; i++) lanes[i] = (lanes[i] ^ words[i]) * prime;
  }
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < LANES; i++) h = (h ^ lanes[i]) * prime;
  return h;
}

void sg_one_thread(void) {
  // The variable OMP_NUM_THREADS is read before main begins, and each thread has a setting of its own.
  static __thread bool done;
  if (done) return;
  done = true;
  void (*set)(int) = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
  if (set) set(1);
}
