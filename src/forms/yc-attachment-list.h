/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All attachments in a form's data, found by the form's schema. */
#pragma once

#include "yc-attachment.h"

G_BEGIN_DECLS

/**
 * YcAttachmentPlace:
 * @pointer: JSON Pointer into the data
 * @node: what stands there
 * @rules: what the schema takes there
 */
typedef struct
{
  char              *pointer;
  JsonNode          *node;
  YcAttachmentRules  rules;
} YcAttachmentPlace;

/**
 * yc_attachment_list_find:
 * @schema: the form's schema
 * @data: (nullable): the form's data, valid or not
 *
 * Returns: (transfer full) (element-type YcAttachmentPlace): one for each file, in the data's
 *   order; what a schema's applicators (`allOf`, `anyOf`, `oneOf`, `if`, `then`, `else`) say in
 *   several ways counts once
 */
GPtrArray *yc_attachment_list_find (JsonNode *schema,
                                    JsonNode *data);

G_END_DECLS
