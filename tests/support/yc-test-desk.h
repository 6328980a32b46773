/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk for tests: own folder, little patience, blocking calls. */
#pragma once

#include "yc-desk-private.h"
#include "yc-test-folder.h"

G_BEGIN_DECLS

/* Limits that make trouble show within milliseconds. */
void         yc_test_limits_init           (YcLimits         *limits);
/* (transfer full): a demo desk, open. */
YcDesk      *yc_test_desk_new              (const char       *folder,
                                            const char       *url);
YcDesk      *yc_test_desk_new_with_limits  (const char       *folder,
                                            const char       *url,
                                            const YcLimits   *limits);
/* Closes it and lets what is on its way arrive. */
void         yc_test_desk_free             (YcDesk           *desk);
gboolean     yc_test_desk_try_open         (YcDesk           *desk,
                                            GError          **error);
gboolean     yc_test_desk_try_sign_in      (YcDesk           *desk,
                                            const char       *user,
                                            const char       *password,
                                            GError          **error);
/* Signs in with the sample password, waits for line and visits. */
void         yc_test_desk_sign_in          (YcDesk           *desk,
                                            const char       *user);
void         yc_test_desk_sign_out         (YcDesk           *desk);
/* Waits for the catalog of the service. */
void         yc_test_desk_wait_for_catalog (YcDesk           *desk);
/* (transfer none): a visit with a draft of the tiered-water certificate, ready to be submitted. */
YcCaseDraft *yc_test_desk_fill_draft       (YcDesk           *desk);
gboolean     yc_test_desk_try_submit       (YcCaseDraft      *draft,
                                            GError          **error);
void         yc_test_desk_submit           (YcCaseDraft      *draft);
/* (transfer full) */
/* (transfer none): the entry, once it is known and was brought from the disk */
YcKnowledgeEntry *yc_test_desk_take_entry  (YcDesk           *desk,
                                            const char       *id);
YcCase      *yc_test_desk_load_case        (YcDesk           *desk,
                                            const char       *id);
gboolean     yc_test_desk_try_decide       (YcDesk           *desk,
                                            YcCase           *a_case,
                                            YcCaseAction      action,
                                            const char       *reason,
                                            GError          **error);
/* (transfer full) */
GBytes      *yc_test_desk_load_certificate (YcDesk           *desk,
                                            const char       *case_id,
                                            GError          **error);
/* (transfer full): a command in the journal */
YcCommand   *yc_test_desk_add_command      (YcDesk           *desk,
                                            const char       *path,
                                            const char       *key,
                                            const char       *text,
                                            GError          **error);
/* From the desk's database itself: the first column of the first row, 0 when there is none. */
gint64       yc_test_desk_ask              (const char       *folder,
                                            const char       *sql);
/* Changes the desk's database behind its back. */
void         yc_test_desk_exec             (const char       *folder,
                                            const char       *sql);

typedef YcDesk YcTestDesk;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestDesk, yc_test_desk_free)

G_END_DECLS
