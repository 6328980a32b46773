/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON: one strict gate for what comes in, one writer for what goes out, and safe ways around in
 * the tree. All functions may be called from any thread as long as no other one changes the tree.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YC_JSON_DEFAULT_BYTES:
 *
 * The longest text in bytes that the gate takes unless told otherwise: 8 MiB.
 */
#define YC_JSON_DEFAULT_BYTES (8u * 1024u * 1024u)

/**
 * YC_JSON_DEFAULT_DEPTH:
 *
 * The deepest nesting of arrays and objects that the gate takes unless told otherwise.
 */
#define YC_JSON_DEFAULT_DEPTH 128u

/**
 * YcJsonLimits:
 * @max_bytes: the longest text in bytes; 0 stands for %YC_JSON_DEFAULT_BYTES.
 * @max_depth: the deepest nesting, at most 512; 0 stands for %YC_JSON_DEFAULT_DEPTH.
 * @big_integers: whether an integer beyond 64 bits becomes the nearest double instead of an error:
 *   for documents that are only looked at, never stored or sent on.
 */
typedef struct
{
  gsize    max_bytes;
  guint    max_depth;
  gboolean big_integers;
} YcJsonLimits;

/**
 * yc_json_parse:
 * @text: the text, in UTF-8 without a byte order mark
 * @length: its length in bytes, or -1 when it ends with a NUL byte
 * @limits: (nullable): how much to take, or %NULL for the defaults
 * @error: return location for an error
 *
 * Reads a JSON text by the grammar of RFC 8259 and nothing more. Refused are also duplicate member
 * names, integers that do not fit into 64 bits, numbers beyond the range of a double, lone
 * surrogates and the character U+0000, none of which the tree could hold faithfully.
 *
 * A number with neither fraction nor exponent becomes an integer, any other a double.
 *
 * Returns: (transfer full): the root, or %NULL with %YC_CORE_ERROR_JSON, whose message ends with
 *   "line L, column C" (both from 1, columns in characters)
 */
JsonNode   *yc_json_parse            (const char          *text,
                                      gssize               length,
                                      const YcJsonLimits  *limits,
                                      GError             **error);

/**
 * yc_json_write:
 * @node: a tree
 *
 * Writes @node on one line without spaces, members in their order, each number in the shortest form
 * that reads back as the same value (so 1.0 becomes 1). A double that is no number becomes null;
 * text that is not UTF-8 has its bad bytes replaced by U+FFFD.
 *
 * Returns: (transfer full): JSON text
 */
char       *yc_json_write            (JsonNode            *node);

/**
 * yc_json_write_pretty:
 * @node: a tree
 *
 * Like yc_json_write(), for people: indented by two spaces, ending with a line feed.
 *
 * Returns: (transfer full): JSON text
 */
char       *yc_json_write_pretty     (JsonNode            *node);

/**
 * yc_json_write_canonical:
 * @node: a tree
 *
 * Like yc_json_write(), for hashing: members sorted by the bytes of their names, so that trees that
 * are equal by yc_json_equal() give the same text.
 *
 * Returns: (transfer full): JSON text
 */
char       *yc_json_write_canonical  (JsonNode            *node);

/**
 * yc_json_equal:
 * @a: (nullable): a tree
 * @b: (nullable): another
 *
 * Compares by value: 1 equals 1.0, members in any order. %NULL counts as null.
 *
 * Returns: %TRUE when both say the same
 */
gboolean    yc_json_equal            (JsonNode            *a,
                                      JsonNode            *b);

/**
 * yc_json_pointer_get:
 * @root: (nullable): a tree
 * @pointer: a JSON Pointer (RFC 6901), "" for the root itself
 *
 * Returns: (transfer none) (nullable): what @pointer points to, or %NULL when there is no such
 *   place or @pointer is malformed
 */
JsonNode   *yc_json_pointer_get      (JsonNode            *root,
                                      const char          *pointer);

/**
 * yc_json_pointer_set:
 * @root: a tree
 * @pointer: a JSON Pointer other than ""
 * @value: (nullable) (transfer full): what to put there; %NULL removes what is there
 *
 * Puts @value at @pointer. Objects that are missing on the way, or null, are made; arrays are not, and
 * take an index up to their length or "-" for the place behind the last element.
 *
 * Returns: %FALSE when the place cannot be made or, on removal, does not exist; @value is then
 *   freed
 */
gboolean    yc_json_pointer_set      (JsonNode            *root,
                                      const char          *pointer,
                                      JsonNode            *value);

/**
 * yc_json_pointer_append:
 * @pointer: a JSON Pointer
 * @name: a member name or an index, not escaped
 *
 * Returns: (transfer full): @pointer with one more step
 */
char       *yc_json_pointer_append   (const char          *pointer,
                                      const char          *name);

/**
 * yc_json_locate:
 * @text: JSON text that has passed yc_json_parse()
 * @pointer: a JSON Pointer
 * @line: (out) (optional): the line, from 1
 * @column: (out) (optional): the column in characters, from 1
 *
 * Finds where in @text the value that @pointer points to begins.
 *
 * Returns: %FALSE when there is no such place; then the outputs are left alone
 */
gboolean    yc_json_locate           (const char          *text,
                                      const char          *pointer,
                                      guint               *line,
                                      guint               *column);

/**
 * yc_json_get_string:
 * @object: (nullable): an object
 * @name: a member's name
 * @fallback: (nullable): what to answer when the member is missing or is no string
 *
 * Returns: (transfer none) (nullable): the string, owned by @object, or @fallback
 */
const char *yc_json_get_string       (JsonObject          *object,
                                      const char          *name,
                                      const char          *fallback);

/**
 * yc_json_get_int:
 * @object: (nullable): an object
 * @name: a member's name
 * @fallback: what to answer when the member is missing or is no whole number
 *
 * Returns: the integer; 3.0 counts as 3
 */
gint64      yc_json_get_int          (JsonObject          *object,
                                      const char          *name,
                                      gint64               fallback);

/**
 * yc_json_get_double:
 * @object: (nullable): an object
 * @name: a member's name
 * @fallback: what to answer when the member is missing or is no number
 *
 * Returns: the number
 */
double      yc_json_get_double       (JsonObject          *object,
                                      const char          *name,
                                      double               fallback);

/**
 * yc_json_get_boolean:
 * @object: (nullable): an object
 * @name: a member's name
 * @fallback: what to answer when the member is missing or is no boolean
 *
 * Returns: the truth value
 */
gboolean    yc_json_get_boolean      (JsonObject          *object,
                                      const char          *name,
                                      gboolean             fallback);

/**
 * yc_json_get_object:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the member when it is an object
 */
JsonObject *yc_json_get_object       (JsonObject          *object,
                                      const char          *name);

/**
 * yc_json_get_array:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the member when it is an array
 */
JsonArray  *yc_json_get_array        (JsonObject          *object,
                                      const char          *name);

/**
 * yc_json_get_member:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the member when it is there and is not null
 */
JsonNode   *yc_json_get_member       (JsonObject          *object,
                                      const char          *name);

/**
 * yc_json_dup_strv:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer full): the strings of an array member, its other elements left out; empty,
 *   never %NULL, when the member is missing or is no array
 */
GStrv       yc_json_dup_strv         (JsonObject          *object,
                                      const char          *name);

/**
 * yc_json_node_get_object:
 * @node: (nullable): a node
 *
 * Returns: (transfer none) (nullable): the object that @node holds
 */
JsonObject *yc_json_node_get_object  (JsonNode            *node);

/**
 * yc_json_node_get_array:
 * @node: (nullable): a node
 *
 * Returns: (transfer none) (nullable): the array that @node holds
 */
JsonArray  *yc_json_node_get_array   (JsonNode            *node);

/**
 * yc_json_node_get_string:
 * @node: (nullable): a node
 *
 * Returns: (transfer none) (nullable): the string that @node holds
 */
const char *yc_json_node_get_string  (JsonNode            *node);

/**
 * yc_json_node_get_number:
 * @node: (nullable): a node
 * @number: (out) (optional): the number
 *
 * Returns: whether @node holds a number, integer or double
 */
gboolean    yc_json_node_get_number  (JsonNode            *node,
                                      double              *number);

/**
 * yc_json_node_is_null:
 * @node: (nullable): a node
 *
 * Returns: whether @node is %NULL or holds null
 */
gboolean    yc_json_node_is_null     (JsonNode            *node);

/**
 * yc_json_object_node:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): a node that holds @object
 */
JsonNode   *yc_json_object_node      (JsonObject          *object);

/**
 * yc_json_array_node:
 * @array: (transfer full): an array
 *
 * Returns: (transfer full): a node that holds @array
 */
JsonNode   *yc_json_array_node       (JsonArray           *array);

/**
 * yc_json_string_node:
 * @text: (nullable): a string
 *
 * Returns: (transfer full): a node that holds @text, or null for %NULL
 */
JsonNode   *yc_json_string_node      (const char          *text);

/**
 * yc_json_set_text:
 * @object: an object
 * @name: a member's name
 * @text: (nullable): a string
 *
 * Sets the member unless @text is %NULL or empty.
 */
void        yc_json_set_text         (JsonObject          *object,
                                      const char          *name,
                                      const char          *text);

/**
 * yc_json_copy:
 * @node: a tree
 *
 * Returns: (transfer full): a deep copy; json_node_copy() would share the objects and arrays
 */
JsonNode   *yc_json_copy             (JsonNode            *node);

/* Copies the member of that name, null too, if there is one; returns whether. */
gboolean    yc_json_copy_member      (JsonObject          *to,
                                      JsonObject          *from,
                                      const char          *name);
/* The same, but null when there is none. */
void        yc_json_copy_or_null     (JsonObject          *to,
                                      JsonObject          *from,
                                      const char          *name);

G_END_DECLS
