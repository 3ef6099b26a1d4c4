#include "cxml.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <limits.h>
#include <pthread.h>

static pthread_once_t initialised = PTHREAD_ONCE_INIT;

static void initialise(void) { xmlInitParser(); }

// The type of the argument changed in 2.12.
#if LIBXML_VERSION >= 21200
static void say_nothing(void *context, const xmlError *error) {
#else
static void say_nothing(void *context, xmlErrorPtr error) {
#endif
  (void)context;
  (void)error;
}

/// The depth at which a tree ends. An end tag is looked for among all open elements, so that a page
/// nested without end would take time by the square of its length.
enum { deepest = 2000 };

static void start_element(void *data, const xmlChar *name, const xmlChar **attributes) {
  htmlParserCtxtPtr context = data;
  if (context->nodeNr > deepest) {
    xmlStopParser(context);
  } else {
    xmlSAX2StartElement(context, name, attributes);
  }
}

cxml_document *cxml_html_parse(const uint8_t *bytes, size_t count) {
  if (bytes == NULL || count == 0 || count > INT_MAX) return NULL;
  pthread_once(&initialised, initialise);
  // The handler belongs to the thread; a message without a parser context goes to it as well.
  xmlSetStructuredErrorFunc(NULL, say_nothing);
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return NULL;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  // Else the tree ends at a depth of 256. Before 2.14 the option is heeded only if it is set already.
  options |= (int)XML_PARSE_HUGE;
  context->options |= (int)XML_PARSE_HUGE;
  if (context->sax != NULL) context->sax->startElement = start_element;
  htmlDocPtr document =
      htmlCtxtReadMemory(context, (const char *)bytes, (int)count, NULL, "UTF-8", options);
  htmlFreeParserCtxt(context);
  return (cxml_document *)document;
}

void cxml_document_free(cxml_document *document) {
  if (document != NULL) xmlFreeDoc((xmlDocPtr)document);
}

const cxml_node *cxml_document_first(const cxml_document *document) {
  return (const cxml_node *)((const xmlDoc *)document)->children;
}

cxml_node_kind cxml_node_get_kind(const cxml_node *node) {
  switch (((const xmlNode *)node)->type) {
  case XML_ELEMENT_NODE:
    return CXML_NODE_ELEMENT;
  case XML_TEXT_NODE:
  case XML_CDATA_SECTION_NODE:
    return CXML_NODE_TEXT;
  default:
    return CXML_NODE_OTHER;
  }
}

const cxml_node *cxml_node_first_child(const cxml_node *node) {
  // The children of a document type are declarations, those of an entity its definition.
  const xmlNode *it = (const xmlNode *)node;
  return it->type == XML_ELEMENT_NODE ? (const cxml_node *)it->children : NULL;
}

const cxml_node *cxml_node_next_sibling(const cxml_node *node) {
  return (const cxml_node *)((const xmlNode *)node)->next;
}

const char *cxml_node_name(const cxml_node *node) {
  const xmlNode *it = (const xmlNode *)node;
  return it->type == XML_ELEMENT_NODE ? (const char *)it->name : NULL;
}

const char *cxml_node_text(const cxml_node *node) {
  const xmlNode *it = (const xmlNode *)node;
  if (it->type != XML_TEXT_NODE && it->type != XML_CDATA_SECTION_NODE) return NULL;
  return it->content != NULL ? (const char *)it->content : "";
}

const char *cxml_node_attribute(const cxml_node *node, const char *name) {
  const xmlNode *it = (const xmlNode *)node;
  if (it->type != XML_ELEMENT_NODE) return NULL;
  for (const xmlAttr *attribute = it->properties; attribute != NULL; attribute = attribute->next) {
    if (!xmlStrEqual(attribute->name, (const xmlChar *)name)) continue;
    // The HTML parser decodes entities, so that a value is a single text node.
    const xmlNode *value = attribute->children;
    return value != NULL && value->content != NULL ? (const char *)value->content : "";
  }
  return NULL;
}
