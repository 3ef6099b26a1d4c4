#include <string.h>

#include "CEncoderKernels.h"

#ifdef __x86_64__

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define SG_KERNELS sg_avx2_kernels
#include "body.h"

#pragma clang attribute pop

#endif
