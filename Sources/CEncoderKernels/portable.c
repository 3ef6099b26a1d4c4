#include <string.h>

#include "CEncoderKernels.h"

#pragma STDC FP_CONTRACT OFF

#define SG_KERNELS sg_portable_kernels
#include "body.h"
