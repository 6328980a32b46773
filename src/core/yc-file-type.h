/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by its content: names and what a program says of a file are not believed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_FILE_TYPE_JPEG "image/jpeg"
#define YC_FILE_TYPE_PNG  "image/png"
#define YC_FILE_TYPE_PDF  "application/pdf"

/* The longest side and all of a picture, in pixels: A3 scanned with 600 dots an inch fits. */
#define YC_FILE_TYPE_MAX_SIDE   16384
#define YC_FILE_TYPE_MAX_PIXELS (80 * 1000 * 1000)

/**
 * yc_file_type_find:
 * @data: a file's content, or its first bytes
 * @length: in bytes
 *
 * Returns: (nullable): its media type, when it is one of those above
 */
const char *yc_file_type_find  (gconstpointer   data,
                                gsize           length);

/**
 * yc_file_type_check:
 * @data: a file's whole content
 * @length: in bytes
 * @error: return location
 *
 * Looks at the file's outline without decoding it: a picture that would unfold to more than
 * %YC_FILE_TYPE_MAX_PIXELS is not taken, nor is a file that breaks off.
 *
 * Returns: (nullable): its media type; %NULL with %YC_CORE_ERROR_FILE_TYPE, _FILE_DAMAGED or
 *   _FILE_TOO_LARGE
 */
const char *yc_file_type_check (gconstpointer   data,
                                gsize           length,
                                GError        **error);

/**
 * yc_file_type_get_title:
 * @type: a media type
 *
 * Returns: what people call it
 */
const char *yc_file_type_get_title (const char *type);

G_END_DECLS
