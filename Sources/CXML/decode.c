#include "cxml.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

uint8_t *cxml_decode(
    const uint8_t *bytes, size_t count, const char *encoding, size_t *decoded_count,
    size_t *failed_at) {
  *decoded_count = 0;
  *failed_at = SIZE_MAX;
  iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1) return NULL;

  size_t capacity = count + count / 2 + 64;
  uint8_t *decoded = malloc(capacity);
  size_t used = 0;
  char *in = (char *)bytes;
  size_t left = count;
  int finished = 0;
  while (decoded != NULL && !finished) {
    char *out = (char *)decoded + used;
    size_t room = capacity - used;
    // The call without input writes what a stateful encoding still holds back.
    size_t result = left > 0 ? iconv(converter, &in, &left, &out, &room)
                             : iconv(converter, NULL, NULL, &out, &room);
    used = capacity - room;
    if (result != (size_t)-1) {
      finished = left == 0 && in == NULL;
      if (left == 0) in = NULL;
    } else if (errno == E2BIG) {
      capacity *= 2;
      uint8_t *larger = realloc(decoded, capacity);
      if (larger == NULL) {
        free(decoded);
        decoded = NULL;
      } else {
        decoded = larger;
      }
    } else {
      *failed_at = count - left;
      free(decoded);
      decoded = NULL;
    }
  }
  iconv_close(converter);
  if (decoded != NULL) *decoded_count = used;
  return decoded;
}

void cxml_free(void *memory) { free(memory); }
