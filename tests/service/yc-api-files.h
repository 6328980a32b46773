/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for what tests do with files of cases. */
#pragma once

#include "yc-api-fixture.h"

G_BEGIN_DECLS

#define YC_API_FILES_PART (200 * 1000)

/* (transfer full): the file's path at the service */
char       *yc_api_files_get_path       (GBytes       *file);
/* The bytes from @first up to, not with, @end. Answers how many have come, -1 if they are refused. */
gint64      yc_api_files_send_part      (YcApiFixture *self,
                                         const char   *token,
                                         GBytes       *file,
                                         gsize         first,
                                         gsize         end,
                                         guint         status);
/* How many bytes have come. */
gint64      yc_api_files_ask            (YcApiFixture *self,
                                         const char   *token,
                                         GBytes       *file);
void        yc_api_files_send           (YcApiFixture *self,
                                         const char   *token,
                                         GBytes       *file,
                                         guint         status);
void        yc_api_files_assert_fetched (YcApiFixture *self,
                                         const char   *token,
                                         GBytes       *file,
                                         guint         status);
/* (transfer full): what a form says of a picture */
char       *yc_api_files_describe       (GBytes       *file,
                                         const char   *name);
/* Submits a case whose form says that; (transfer full): the answer. */
JsonObject *yc_api_files_submit         (YcApiFixture *self,
                                         const char   *case_id,
                                         const char   *form,
                                         guint         status);
/* The service finds something wrong at @pointer, possibly among other things. */
void        yc_api_files_assert_refused (YcApiFixture *self,
                                         const char   *form,
                                         const char   *pointer);
/* How many files lie in a folder of the service. */
guint       yc_api_files_count          (YcApiFixture *self,
                                         const char   *folder);

G_END_DECLS
