#ifndef STANCEGRAPH_MACHINE_H
#define STANCEGRAPH_MACHINE_H

#include <stdint.h>

// How often the process has asked for memory so far (malloc, calloc, realloc, aligned ones), all threads together.
// 0 where the C library is not glibc: it is not counted there.
uint64_t machine_allocations(void);

// The most multiply-adds of bytes that one core does a second, in billions: products in registers alone, with the
// instructions that the encoder's products may use here (AVX-512 VNNI, AVX-VNNI or AVX2). 0 on other machines.
double machine_peak(void);

#endif
