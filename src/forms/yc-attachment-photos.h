/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The photos that a certificate shows: which files they are, and their content put in the place of the
 * files' names, as the composer reads it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* As a data address this is what the composer takes, in bytes. */
#define YC_ATTACHMENT_PHOTO_MAX_BYTES (5 * 1024 * 1024)

/**
 * yc_attachment_photos_list:
 * @template_: (nullable): a certificate's template, as the catalog has it
 *
 * Returns: (transfer full) (element-type utf8): where its photos are in the certificate's data, such as
 *   "form.portrait", each once
 */
GPtrArray  *yc_attachment_photos_list    (JsonObject *template_);

/**
 * yc_attachment_photos_find_id:
 * @data: the certificate's data
 * @path: one of yc_attachment_photos_list()
 *
 * Returns: (transfer none) (nullable): the id of the JPEG or PNG file that stands there, the first if there
 *   are several; %NULL when there is none, or one too large for a photo
 */
const char *yc_attachment_photos_find_id (JsonObject *data,
                                          const char *path);

/**
 * yc_attachment_photos_put:
 * @data: the certificate's data, of its own; changed
 * @path: where yc_attachment_photos_find_id() found a file
 * @content: what is in the file
 */
void        yc_attachment_photos_put     (JsonObject *data,
                                          const char *path,
                                          GBytes     *content);

G_END_DECLS
