/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the counter to the reference receivers. */
#pragma once

#include "yc-api-fixture.h"
#include "yc-test-receivers.h"

G_BEGIN_DECLS

/* yc_api_fixture_run() with receivers; for main(). */
int              yc_test_delivery_run              (int              argc,
                                                    char           **argv,
                                                    const YcApiTest *tests);
/* (transfer full): the last of what came for @to; waits until there are @n */
JsonObject      *yc_test_delivery_receive          (const char      *to,
                                                    guint            n);
/* (transfer full) (element-type JsonObject) */
GPtrArray       *yc_test_delivery_list_received    (const char      *to);
/* (transfer full): members for delivery.json; answers stand in the address, see support/receivers */
char            *yc_test_delivery_write_webhook    (const char      *path);
char            *yc_test_delivery_write_department (const char      *id,
                                                    const char      *path);
/* @server: "smtp", "plain" or what else the receivers listen on; @password: a file of theirs */
char            *yc_test_delivery_write_mail       (const char      *server,
                                                    gboolean         trusted,
                                                    const char      *password);
/* The service starts anew with these settings; a try takes @answer_seconds at most. */
void             yc_test_delivery_set_up           (YcApiFixture    *self,
                                                    const char      *settings,
                                                    guint            answer_seconds);
/* (transfer full): the answer to a case with the applicant's wish */
JsonObject      *yc_test_delivery_submit           (YcApiFixture    *self,
                                                    const char      *id,
                                                    const char      *email,
                                                    const char      *channels,
                                                    guint            status);
/* (transfer full): the id of a case whose certificate is issued */
char            *yc_test_delivery_issue            (YcApiFixture    *self,
                                                    const char      *email,
                                                    const char      *channels);
/* (transfer full) (nullable): as the case tells it */
JsonObject      *yc_test_delivery_find             (YcApiFixture    *self,
                                                    const char      *case_id,
                                                    const char      *channel);
/* Waits until it is in @state and @detail stood in its way; returns how often it was tried. */
gint64           yc_test_delivery_await            (YcApiFixture    *self,
                                                    const char      *case_id,
                                                    const char      *channel,
                                                    const char      *state,
                                                    const char      *detail);
JsonObject      *yc_test_delivery_retry            (YcApiFixture    *self,
                                                    const char      *case_id,
                                                    const char      *channel,
                                                    const char      *to,
                                                    guint            status);
void             yc_test_delivery_assert_has_not   (JsonObject      *object,
                                                    const char      *word);
/* yichuangctl delivery @command @path (with spaces between the words) ends with @status and prints @words. */
void             yc_test_delivery_run_ctl          (const char      *command,
                                                    const char      *path,
                                                    int              status,
                                                    const char      *words);

G_END_DECLS
