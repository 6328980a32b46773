/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk behind a line that can be cut, and words for what tests do with the files of its forms. */
#pragma once

#include "../e2e/yc-proxy.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"

G_BEGIN_DECLS

#define YC_FILES_LARGE (3 * 1024 * 1024)

typedef struct
{
  YcTestService *service;
  YcProxy *proxy;
  char *folder;
  char *url;
  YcDesk *desk;
} YcFilesFixture;

#define YC_FILES_ADD(path, func)                                                                 \
  g_test_add (path, YcFilesFixture, NULL, yc_files_set_up, func, yc_files_tear_down)

void         yc_files_set_up           (YcFilesFixture   *fixture,
                                        gconstpointer     data);
void         yc_files_tear_down        (YcFilesFixture   *fixture,
                                        gconstpointer     data);
/* By SIGKILL of the service. */
void         yc_files_cut_line         (YcFilesFixture   *fixture);
void         yc_files_mend_line        (YcFilesFixture   *fixture);
/* (transfer full): the file's id */
char        *yc_files_try_put          (YcDesk           *desk,
                                        GBytes           *file,
                                        GError          **error);
/* (transfer full): what the form says of it */
char        *yc_files_put              (YcDesk           *desk,
                                        GBytes           *file,
                                        const char       *name);
GBytes      *yc_files_try_load         (YcDesk           *desk,
                                        const char       *id,
                                        GError          **error);
void         yc_files_assert_loaded    (YcDesk           *desk,
                                        GBytes           *file);
/* Fills the form of a tenancy, with those members besides. */
void         yc_files_fill             (YcCaseDraft      *draft,
                                        const char       *files);
/* (transfer none): a draft of a tenancy that is ready, with those members in its form */
YcCaseDraft *yc_files_begin            (YcDesk           *desk,
                                        const char       *files);
/* (transfer none): a draft of another item, its papers complete and its form as @form says */
YcCaseDraft *yc_files_begin_item       (YcDesk           *desk,
                                        const char       *item,
                                        const char       *form);
/* (transfer none): a tenancy with @file as its contract */
YcCaseDraft *yc_files_begin_with       (YcDesk           *desk,
                                        GBytes           *file);
void         yc_files_wait_for_state   (YcCaseDraft      *draft,
                                        YcCaseDraftState  state);
/* Waits until the service has it. */
void         yc_files_assert_sent_once (YcCaseDraft      *draft);
guint64      yc_files_get_n_sent       (YcCaseDraft      *draft);
/* (transfer none) (nullable) */
YcCaseDraft *yc_files_find_draft       (YcDesk           *desk,
                                        const char       *case_id);
/* Submits while the answer to a part of a file is lost, so many times. */
void         yc_files_submit_over_cuts (YcFilesFixture   *fixture,
                                        YcCaseDraft      *draft,
                                        gint              n_cuts);

/* (transfer full): a case's id; runs a desk on the fixture's folder in a process of its own, this
 * program with the arguments @how, folder and address, until it kills itself. The fixture's desk is
 * closed before and opened after. */
char        *yc_files_live_and_die     (YcFilesFixture   *fixture,
                                        const char       *how);
/* In the child: its desk. */
YcDesk      *yc_files_open_child       (char            **argv);
/* In the child: says whose case it is and ends by SIGKILL. */
void         yc_files_die              (YcCaseDraft      *draft);

G_END_DECLS
