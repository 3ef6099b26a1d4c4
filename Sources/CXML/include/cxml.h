// An HTML parser and an XML writer over libxml2.
//
// No header of libxml2 is included here: on Debian they pull in ICU, which clashes with the ICU
// inside Foundation as soon as both reach one Swift module.
//
// All strings are UTF-8. Nothing here prints: errors are silent or told by the result.

#ifndef CXML_H
#define CXML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// MARK: Parsing HTML

/// A parsed page; owns its nodes and their strings.
typedef struct cxml_document cxml_document;

/// A node of a page; valid until its document is freed.
typedef struct cxml_node cxml_node;

/// What a node is. Comments, doctypes and processing instructions are `other`.
typedef enum cxml_node_kind {
  CXML_NODE_OTHER = 0,
  CXML_NODE_ELEMENT = 1,
  /// Text, and the contents of `script` and `style`.
  CXML_NODE_TEXT = 2
} cxml_node_kind;

/// Parses `count` bytes of UTF-8 as HTML, however broken the markup is; what the page says about
/// its encoding is ignored. A page nested deeper than 2,000 ends there. Null where memory is short or where there is nothing to parse.
cxml_document *_Nullable cxml_html_parse(const uint8_t *_Nullable bytes, size_t count);

void cxml_document_free(cxml_document *_Nullable document);

/// The first node of the page; its siblings follow.
const cxml_node *_Nullable cxml_document_first(const cxml_document *_Nonnull document);

cxml_node_kind cxml_node_get_kind(const cxml_node *_Nonnull node);

const cxml_node *_Nullable cxml_node_first_child(const cxml_node *_Nonnull node);

const cxml_node *_Nullable cxml_node_next_sibling(const cxml_node *_Nonnull node);

/// The name of an element, in lower case as HTML has it; null for other nodes.
const char *_Nullable cxml_node_name(const cxml_node *_Nonnull node);

/// The text of a text node, entities decoded; null for other nodes.
const char *_Nullable cxml_node_text(const cxml_node *_Nonnull node);

/// The value of an attribute, empty where it has none (`<details open>`); null where the element
/// has no such attribute.
const char *_Nullable cxml_node_attribute(
    const cxml_node *_Nonnull node, const char *_Nonnull name);

// MARK: Decoding

/// Decodes `count` bytes from the encoding of that name (`windows-1251`, `shift_jis`) to UTF-8.
///
/// The result has `*decoded_count` bytes and is freed with `cxml_free`. Null where the encoding is
/// unknown (`*failed_at` is then SIZE_MAX), or where the bytes are none of it (`*failed_at` is the
/// offset of the first such byte).
uint8_t *_Nullable cxml_decode(
    const uint8_t *_Nonnull bytes, size_t count, const char *_Nonnull encoding,
    size_t *_Nonnull decoded_count, size_t *_Nonnull failed_at);

void cxml_free(void *_Nullable memory);

// MARK: Writing XML

/// An XML document that grows in memory.
///
/// Every function that takes text takes its length in bytes, so that a text with a NUL is no
/// danger; characters that XML 1.0 can't hold (control characters but tab, LF and CR; U+FFFE,
/// U+FFFF; bytes that are not UTF-8) are dropped. `& < > "` are escaped, as are CR everywhere and
/// tab and LF in attributes, so that a parser gives back what was written.
/// Each function gives 0, or -1 on a failure (memory, or a call out of place); after a failure
/// all that follow fail as well, so that one check at the end is enough.
typedef struct cxml_writer cxml_writer;

/// A writer that has written the XML declaration (`<?xml version="1.0" encoding="UTF-8"?>`) and
/// a line feed; null where memory is short.
cxml_writer *_Nullable cxml_writer_create(void);

void cxml_writer_free(cxml_writer *_Nullable writer);

/// `<!DOCTYPE name PUBLIC "public_id" "system_id">`; both ids may be null. Before the first element.
int cxml_writer_doctype(
    cxml_writer *_Nonnull writer, const char *_Nonnull name, const char *_Nullable public_id,
    const char *_Nullable system_id);

/// Opens an element. `name` is written as it is, so that a prefix may stand in it; it is one of the
/// program's own words, never a user's text.
int cxml_writer_start_element(cxml_writer *_Nonnull writer, const char *_Nonnull name);

/// An attribute of the element just opened, in the order of the calls. Namespaces are declared as
/// attributes (`xmlns`).
int cxml_writer_attribute(
    cxml_writer *_Nonnull writer, const char *_Nonnull name, const char *_Nonnull value,
    size_t count);

int cxml_writer_text(cxml_writer *_Nonnull writer, const char *_Nonnull text, size_t count);

/// A comment; `--` in it becomes `- -`.
int cxml_writer_comment(cxml_writer *_Nonnull writer, const char *_Nonnull text, size_t count);

/// A line feed and `spaces` spaces, outside text that counts: nothing else is ever indented.
int cxml_writer_newline(cxml_writer *_Nonnull writer, int spaces);

/// Closes the innermost open element: `<name/>` where nothing was written in it.
int cxml_writer_end_element(cxml_writer *_Nonnull writer);

/// Closes what is open and writes a last line feed; only `bytes` and `free` may follow.
int cxml_writer_finish(cxml_writer *_Nonnull writer);

/// What was written since the last `drop`, `*count` bytes; valid until the next call with this
/// writer. Null after a failure.
const uint8_t *_Nullable cxml_writer_bytes(
    cxml_writer *_Nonnull writer, size_t *_Nonnull count);

/// Forgets the bytes written so far, after they were taken: memory stays flat on a large document.
void cxml_writer_drop(cxml_writer *_Nonnull writer);

#ifdef __cplusplus
}
#endif

#endif
