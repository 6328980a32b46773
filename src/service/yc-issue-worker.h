/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes certificates ahead of the transactions that issue them. */
#pragma once

#include "yc-writer.h"

G_BEGIN_DECLS

typedef struct _YcCertificateDraft YcCertificateDraft;

#define YC_TYPE_ISSUE_WORKER (yc_issue_worker_get_type ())

G_DECLARE_FINAL_TYPE (YcIssueWorker, yc_issue_worker, YC, ISSUE_WORKER, GObject)

YcIssueWorker *yc_issue_worker_new  (YcDatabase         *database,
                                     YcWriter           *writer);
gboolean       yc_issue_worker_push (YcIssueWorker      *self,
                                     YcCertificateDraft *draft,
                                     YcWriteFunc         func,
                                     YcWriteDone         done,
                                     gpointer            user_data);
void           yc_issue_worker_stop (YcIssueWorker      *self);

G_END_DECLS
