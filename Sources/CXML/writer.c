#include "cxml.h"

#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

struct cxml_writer {
  xmlBufferPtr buffer;
  xmlTextWriterPtr writer;
  char *clean;
  size_t clean_capacity;
  int failed;
  int finished;
};

/// The length of the character at `bytes` where it is well-formed UTF-8 that XML 1.0 allows
/// (production 2, Char), else 0.
static size_t xml_character(const unsigned char *bytes, size_t left) {
  unsigned char first = bytes[0];
  if (first < 0x80) {
    return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
  }
  size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || left < length) return 0;
  uint32_t scalar = first & (0x7F >> length);
  for (size_t i = 1; i < length; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
    scalar = scalar << 6 | (bytes[i] & 0x3F);
  }
  if (length == 3 && (scalar < 0x800 || (scalar >= 0xD800 && scalar <= 0xDFFF))) return 0;
  if (length == 4 && (scalar < 0x10000 || scalar > 0x10FFFF)) return 0;
  if (scalar == 0xFFFE || scalar == 0xFFFF) return 0;
  return length;
}

/// A copy of the text without what XML can't hold, ended by a NUL; null where memory is short.
static const xmlChar *clean(cxml_writer *writer, const char *text, size_t count) {
  if (count + 1 > writer->clean_capacity) {
    size_t capacity = 2 * count + 256;
    char *larger = realloc(writer->clean, capacity);
    if (larger == NULL) return NULL;
    writer->clean = larger;
    writer->clean_capacity = capacity;
  }
  size_t used = 0;
  for (size_t i = 0; i < count;) {
    size_t length = xml_character((const unsigned char *)text + i, count - i);
    if (length == 0) {
      i++;
      continue;
    }
    memcpy(writer->clean + used, text + i, length);
    used += length;
    i += length;
  }
  writer->clean[used] = 0;
  return (const xmlChar *)writer->clean;
}

static int check(cxml_writer *writer, int result) {
  if (result < 0) writer->failed = 1;
  return writer->failed ? -1 : 0;
}

static int open_for_writing(cxml_writer *writer) {
  return check(writer, writer->finished ? -1 : 0) == 0;
}

cxml_writer *cxml_writer_create(void) {
  cxml_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) return NULL;
  writer->buffer = xmlBufferCreate();
  if (writer->buffer != NULL) writer->writer = xmlNewTextWriterMemory(writer->buffer, 0);
  if (writer->writer == NULL ||
      xmlTextWriterStartDocument(writer->writer, NULL, "UTF-8", NULL) < 0) {
    cxml_writer_free(writer);
    return NULL;
  }
  return writer;
}

void cxml_writer_free(cxml_writer *writer) {
  if (writer == NULL) return;
  if (writer->writer != NULL) xmlFreeTextWriter(writer->writer);
  if (writer->buffer != NULL) xmlBufferFree(writer->buffer);
  free(writer->clean);
  free(writer);
}

int cxml_writer_doctype(
    cxml_writer *writer, const char *name, const char *public_id, const char *system_id) {
  if (!open_for_writing(writer)) return -1;
  int result = xmlTextWriterWriteDTD(
      writer->writer, (const xmlChar *)name, (const xmlChar *)public_id,
      (const xmlChar *)system_id, NULL);
  if (result >= 0) result = xmlTextWriterWriteRaw(writer->writer, (const xmlChar *)"\n");
  return check(writer, result);
}

int cxml_writer_start_element(cxml_writer *writer, const char *name) {
  if (!open_for_writing(writer)) return -1;
  return check(writer, xmlTextWriterStartElement(writer->writer, (const xmlChar *)name));
}

int cxml_writer_attribute(cxml_writer *writer, const char *name, const char *value, size_t count) {
  if (!open_for_writing(writer)) return -1;
  const xmlChar *cleaned = clean(writer, value, count);
  if (cleaned == NULL) return check(writer, -1);
  return check(
      writer, xmlTextWriterWriteAttribute(writer->writer, (const xmlChar *)name, cleaned));
}

int cxml_writer_text(cxml_writer *writer, const char *text, size_t count) {
  if (!open_for_writing(writer)) return -1;
  const xmlChar *cleaned = clean(writer, text, count);
  if (cleaned == NULL) return check(writer, -1);
  return check(writer, xmlTextWriterWriteString(writer->writer, cleaned));
}

int cxml_writer_comment(cxml_writer *writer, const char *text, size_t count) {
  if (!open_for_writing(writer)) return -1;
  const xmlChar *cleaned = clean(writer, text, count);
  if (cleaned == NULL) return check(writer, -1);
  // A comment may neither hold "--" nor end in "-".
  size_t length = strlen((const char *)cleaned);
  char *spaced = malloc(2 * length + 2);
  if (spaced == NULL) return check(writer, -1);
  size_t used = 0;
  for (size_t i = 0; i < length; i++) {
    spaced[used++] = (char)cleaned[i];
    if (cleaned[i] == '-' && (i + 1 == length || cleaned[i + 1] == '-')) spaced[used++] = ' ';
  }
  spaced[used] = 0;
  int result = xmlTextWriterWriteComment(writer->writer, (const xmlChar *)spaced);
  free(spaced);
  return check(writer, result);
}

int cxml_writer_newline(cxml_writer *writer, int spaces) {
  if (!open_for_writing(writer)) return -1;
  static const char line[] = "\n                                ";
  int most = (int)sizeof line - 2;
  int first = spaces < 0 ? 0 : spaces < most ? spaces : most;
  int result = xmlTextWriterWriteRawLen(writer->writer, (const xmlChar *)line, first + 1);
  for (int left = spaces - first; left > 0 && result >= 0; left -= most) {
    result = xmlTextWriterWriteRawLen(
        writer->writer, (const xmlChar *)line + 1, left < most ? left : most);
  }
  return check(writer, result);
}

int cxml_writer_end_element(cxml_writer *writer) {
  if (!open_for_writing(writer)) return -1;
  return check(writer, xmlTextWriterEndElement(writer->writer));
}

int cxml_writer_finish(cxml_writer *writer) {
  if (!open_for_writing(writer)) return -1;
  int result = xmlTextWriterEndDocument(writer->writer);
  writer->finished = 1;
  return check(writer, result);
}

const uint8_t *cxml_writer_bytes(cxml_writer *writer, size_t *count) {
  *count = 0;
  if (check(writer, xmlTextWriterFlush(writer->writer)) < 0) return NULL;
  *count = (size_t)xmlBufferLength(writer->buffer);
  return xmlBufferContent(writer->buffer);
}

void cxml_writer_drop(cxml_writer *writer) {
  xmlTextWriterFlush(writer->writer);
  xmlBufferEmpty(writer->buffer);
}
