/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file on its way into a form: read, looked at, opened, kept. */
#pragma once

#include "yc-attachment.h"
#include "yc-attachments.h"

G_BEGIN_DECLS

/* More pages are a book, not a paper that somebody hands in. */
#define YC_ATTACHMENT_INTAKE_MAX_PAGES 300

/**
 * yc_attachment_intake_take_file_async:
 * @attachments: where it is kept
 * @rules: what is taken; copied
 * @file: an ordinary file
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads a file, no further than it may be large; its content says what it is, and it must open.
 * What a camera noted in a picture is not kept: see yc_picture_notes_remove().
 */
void      yc_attachment_intake_take_file_async  (YcAttachments           *attachments,
                                                 const YcAttachmentRules *rules,
                                                 GFile                   *file,
                                                 GCancellable            *cancellable,
                                                 GAsyncReadyCallback      callback,
                                                 gpointer                 user_data);
/* The same with what is in memory, such as a picture that was pasted. */
void      yc_attachment_intake_take_bytes_async (YcAttachments           *attachments,
                                                 const YcAttachmentRules *rules,
                                                 GBytes                  *content,
                                                 const char              *name,
                                                 GCancellable            *cancellable,
                                                 GAsyncReadyCallback      callback,
                                                 gpointer                 user_data);

/**
 * yc_attachment_intake_take_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what the form says of it; %NULL with %YC_CORE_ERROR_FILE_TYPE,
 *   _FILE_DAMAGED or _FILE_TOO_LARGE, an error of the preview, %YC_CLIENT_ERROR_DISK or a #GIOError.
 *   The words of all are for the clerk
 */
JsonNode *yc_attachment_intake_take_finish      (GAsyncResult            *result,
                                                 GError                 **error);

G_END_DECLS
