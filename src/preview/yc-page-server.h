/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process in which PDF documents are touched. Private to this room.
 *
 * It is another process and not a thread for two reasons. A file from outside that makes the PDF
 * library crash or run for ever takes down no counter. And cairo 1.16, with which the library draws
 * and the toolkit too, can let two threads wait for each other for ever once their fonts fill its
 * cache of glyphs.
 *
 * It is started when it is needed, let go of when nobody has asked for anything for a few seconds, and
 * started again when it died. Of the main thread only. */
#pragma once

#include <gio/gio.h>
#include <gio/gunixfdlist.h>

G_BEGIN_DECLS

/* Turns an answer into the task's result or error. */
typedef void (*YcPageAnswer) (GTask *task, GVariant *answer, GUnixFDList *fds);

/**
 * yc_page_server_call:
 * @task: returned when the answer has come; %YC_PREVIEW_ERROR_FAILED when none comes
 * @method: of yc-page-protocol.h
 * @arguments: (transfer floating): those of @method
 * @answer_type: what must come back
 * @fd: goes with them as handle 0; open until @task has been returned
 *
 * Calls are served in order; one that is cancelled before its turn costs nothing.
 */
void  yc_page_server_call  (GTask              *task,
                            const char         *method,
                            GVariant           *arguments,
                            const GVariantType *answer_type,
                            int                 fd,
                            YcPageAnswer        answer);

/* A document's number, for as long as it is open. */
guint yc_page_server_open  (void);
void  yc_page_server_close (guint document);

G_END_DECLS
