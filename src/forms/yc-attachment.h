/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that belongs to a form, as it stands in the form's data: {"id","name","type","size"}. The
 * content is kept and sent apart from the data; the id is its SHA-256. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_ATTACHMENT_FORMAT "attachment"
#define YC_ATTACHMENT_ID_LENGTH 64

/* What a schema that says nothing takes. */
#define YC_ATTACHMENT_DEFAULT_MAX_BYTES (10 * 1024 * 1024)
#define YC_ATTACHMENT_DEFAULT_MAX_FILES 20
/* What no schema can raise. */
#define YC_ATTACHMENT_MAX_BYTES (32 * 1024 * 1024)

/* (transfer full): 64 hexadecimal digits in lower case */
char       *yc_attachment_compute_id (GBytes     *content);
gboolean    yc_attachment_is_id      (const char *text);

/* (transfer full): an object for the form's data */
JsonNode   *yc_attachment_new        (const char *id,
                                      const char *name,
                                      const char *type,
                                      gint64      size);
/* Whether @node is such an object, with an id, a name that can be shown, a type and a size. */
gboolean    yc_attachment_is_valid   (JsonNode   *node);
const char *yc_attachment_get_id     (JsonNode   *node);
const char *yc_attachment_get_name   (JsonNode   *node);
const char *yc_attachment_get_type   (JsonNode   *node);
gint64      yc_attachment_get_size   (JsonNode   *node);

/**
 * yc_attachment_describe:
 * @value: (nullable): one attachment or an array of them
 *
 * Returns: (transfer full) (nullable): a line for each, such as "contract.pdf (1.2 MB)"; %NULL for
 *   none
 */
char       *yc_attachment_describe   (JsonNode   *value);

/**
 * YcAttachmentRules:
 * @accept: (array zero-terminated=1): media types
 * @max_bytes: of one file
 * @several: whether the data hold an array
 * @max_files: 1 for a single object
 *
 * What a schema takes.
 */
typedef struct
{
  GStrv    accept;
  gint64   max_bytes;
  gboolean several;
  guint    max_files;
} YcAttachmentRules;

/**
 * yc_attachment_read_rules:
 * @root: the form's schema, for references
 * @schema: the schema of one field
 * @rules: (out): what it takes; clear with yc_attachment_rules_clear()
 *
 * Returns: whether @schema is of an attachment, or of an array of them
 */
gboolean    yc_attachment_read_rules (JsonNode          *root,
                                      JsonNode          *schema,
                                      YcAttachmentRules *rules);
gboolean    yc_attachment_rules_take (const YcAttachmentRules *rules,
                                      const char        *type);
void        yc_attachment_rules_clear (YcAttachmentRules *rules);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcAttachmentRules, yc_attachment_rules_clear)

G_END_DECLS
