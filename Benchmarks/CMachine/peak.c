#include "machine.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <time.h>

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

enum { ROUNDS = 2000000, SUMS = 10 };

// Ten sums at a time hide the latency of each; the compiler may not drop what is stored at the end.
static volatile int sink;

// Two products of bytes added in 16 bits, then two of these in 32: what AVX2 has.
__attribute__((target("avx2"))) static double avx2(void) {
  __m256i sums[SUMS], a = _mm256_set1_epi8(3), b = _mm256_set1_epi8(5), ones = _mm256_set1_epi16(1);
  for (int i = 0; i < SUMS; i++) sums[i] = _mm256_setzero_si256();
  for (int round = 0; round < ROUNDS; round++) {
    __asm__ volatile("" : "+x"(a), "+x"(b));
#pragma clang loop unroll(full)
    for (int i = 0; i < SUMS; i++)
      sums[i] = _mm256_add_epi32(sums[i], _mm256_madd_epi16(_mm256_maddubs_epi16(a, b), ones));
  }
  for (int i = 1; i < SUMS; i++) sums[0] = _mm256_add_epi32(sums[0], sums[i]);
  sink = _mm256_extract_epi32(sums[0], 0);
  return 32;
}

__attribute__((target("avx512f,avx512vnni"))) static double vnni(void) {
  __m512i sums[SUMS], a = _mm512_set1_epi8(3), b = _mm512_set1_epi8(5);
  for (int i = 0; i < SUMS; i++) sums[i] = _mm512_setzero_si512();
  for (int round = 0; round < ROUNDS; round++) {
    __asm__ volatile("" : "+v"(a), "+v"(b));
#pragma clang loop unroll(full)
    for (int i = 0; i < SUMS; i++) sums[i] = _mm512_dpbusd_epi32(sums[i], a, b);
  }
  for (int i = 1; i < SUMS; i++) sums[0] = _mm512_add_epi32(sums[0], sums[i]);
  sink = _mm512_reduce_add_epi32(sums[0]);
  return 64;
}

double machine_peak(void) {
  double (*work)(void) = 0;
  if (__builtin_cpu_supports("avx512vnni")) work = vnni;
  else if (__builtin_cpu_supports("avx2")) work = avx2;
  if (!work) return 0;
  double best = 0;
  for (int i = 0; i < 5; i++) {
    double start = seconds();
    double each = work();
    double rate = each * SUMS * ROUNDS / (seconds() - start) / 1e9;
    if (rate > best) best = rate;
  }
  return best;
}
#else
double machine_peak(void) { return 0; }
#endif
