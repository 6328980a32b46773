/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who draws the pages of documents. Private to this room and its tests.
 *
 * They are touched in another process and not in a thread for two reasons. A file from outside that makes the PDF
 * library crash or run for ever takes down no counter. And cairo 1.16, with which the library draws
 * and the toolkit too, can let two threads wait for each other for ever once their fonts fill its
 * cache of glyphs.
 *
 * There are two servers: one for what this house made, one for what was brought. Each has a process
 * that is started when it is needed, let go of when nobody has asked for anything for a few seconds,
 * and started again when it died; and a second one while pages that are looked at have to wait. Those
 * of the second server end with the last of its documents, too, so that one citizen's file never
 * lies where another's has been at work. Of the main thread only. */
#pragma once

#include <gio/gio.h>
#include <gio/gunixfdlist.h>

#include "yc-document.h"

G_BEGIN_DECLS

#define YC_TYPE_PAGE_SERVER (yc_page_server_get_type ())
G_DECLARE_FINAL_TYPE (YcPageServer, yc_page_server, YC, PAGE_SERVER, GObject)

/* Turns an answer into the task's result or error. */
typedef void (*YcPageAnswer) (GTask *task, GVariant *answer, GUnixFDList *fds);

/* (transfer none): the program's server for such documents */
YcPageServer *yc_page_server_get          (YcDocumentOrigin    origin);

/* How long an answer may take before the process is ended, in milliseconds. */
void          yc_page_server_set_patience (YcPageServer       *self,
                                           int                 patience);

/* Something will be asked for soon: starts the process meanwhile. */
void          yc_page_server_wake         (YcPageServer       *self);

/* From now on one process does everything, strictly by priority: for tests that look at the order. */
void          yc_page_server_set_alone    (YcPageServer       *self);

/**
 * yc_page_server_call:
 * @task: returned when the answer has come; %YC_PREVIEW_ERROR_FAILED when none comes,
 *   %YC_PREVIEW_ERROR_HOSTILE when none ever came for the same document
 * @method: of yc-page-protocol.h
 * @arguments: (transfer floating): those of @method
 * @answer_type: what must come back
 * @fd: goes with them as handle 0; open until @task has been returned
 *
 * Calls are served by the task's priority (the lowest number first), then in order; one that is
 * cancelled before its turn costs nothing.
 */
void          yc_page_server_call         (YcPageServer       *self,
                                           GTask              *task,
                                           const char         *method,
                                           GVariant           *arguments,
                                           const GVariantType *answer_type,
                                           int                 fd,
                                           YcPageAnswer        answer);
/* Calls with this cancellable that still wait get another priority. */
void          yc_page_server_set_priority (YcPageServer       *self,
                                           GCancellable       *cancellable,
                                           int                 priority);

/* A document's number, for as long as it is open. */
guint         yc_page_server_open         (YcPageServer       *self);
void          yc_page_server_close        (YcPageServer       *self,
                                           guint               document);

G_END_DECLS
