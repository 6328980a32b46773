/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a file in, part by part, and says what has come of it. */
#pragma once

#include "yc-work.h"

G_BEGIN_DECLS

/**
 * YcFilePart:
 * @id: SHA-256 of the whole file
 * @size: of the whole file in bytes
 * @offset: where the part begins; -1 only to ask what has come
 * @bytes: (nullable): the part
 */
typedef struct
{
  const char *id;
  gint64 size;
  gint64 offset;
  GBytes *bytes;
} YcFilePart;

gboolean yc_file_intake_take (const YcWork     *work,
                              const YcFilePart *part,
                              gint64           *received,
                              gboolean         *stored,
                              GError          **error);

G_END_DECLS
