/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service that misbehaves on demand, in the test's own main loop. It keeps idempotency keys as
 * the real one does, so that every effect can be counted. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcTestTrouble:
 * @YC_TEST_FINE: answers as it should.
 * @YC_TEST_HANG: takes the request and never answers.
 * @YC_TEST_ERROR_500: nothing done, 500 with a problem.
 * @YC_TEST_BUSY_503: nothing done, 503 with Retry-After: 0.
 * @YC_TEST_PLAIN_502: nothing done, 502 in HTML, as a proxy says it.
 * @YC_TEST_HALF: applied, but the answer breaks off in the middle.
 * @YC_TEST_CUT: applied, but the connection is cut before the answer.
 * @YC_TEST_CUT_BEFORE: nothing done, the connection is cut.
 * @YC_TEST_OVERSIZED: applied, but the answer is endless.
 * @YC_TEST_MALFORMED: applied, but the answer is no JSON.
 * @YC_TEST_NO_OBJECT: applied, but the answer is JSON of another kind.
 * @YC_TEST_WRONG_TYPE: applied, but the answer says that it is text.
 * @YC_TEST_REDIRECT: 302 to another place.
 * @YC_TEST_UNAUTHENTICATED: 401 session-expired; the token is void from now on.
 * @YC_TEST_CONFLICT: 412 version-conflict.
 * @YC_TEST_INVALID: 422 with one problem.
 * @YC_TEST_STATE: 409 state-conflict.
 */
typedef enum
{
  YC_TEST_FINE = 1,
  YC_TEST_HANG,
  YC_TEST_ERROR_500,
  YC_TEST_BUSY_503,
  YC_TEST_PLAIN_502,
  YC_TEST_HALF,
  YC_TEST_CUT,
  YC_TEST_CUT_BEFORE,
  YC_TEST_OVERSIZED,
  YC_TEST_MALFORMED,
  YC_TEST_NO_OBJECT,
  YC_TEST_WRONG_TYPE,
  YC_TEST_REDIRECT,
  YC_TEST_UNAUTHENTICATED,
  YC_TEST_CONFLICT,
  YC_TEST_INVALID,
  YC_TEST_STATE,
} YcTestTrouble;

typedef struct _YcTestMock YcTestMock;

YcTestMock *yc_test_mock_new           (void);
void        yc_test_mock_free          (YcTestMock    *self);
/* "http://127.0.0.1:PORT" */
const char *yc_test_mock_get_url       (YcTestMock    *self);

/* The next POST that changes something meets this; several queue up. */
void        yc_test_mock_push          (YcTestMock    *self,
                                        YcTestTrouble  trouble);
/* So does every one from now on, until YC_TEST_FINE is set. */
void        yc_test_mock_set_trouble   (YcTestMock    *self,
                                        YcTestTrouble  trouble);
/* As above, for GET requests other than events and health. */
void        yc_test_mock_set_get_trouble (YcTestMock  *self,
                                        YcTestTrouble  trouble);
/* The line: while down every connection is refused, while dead it is taken and nothing said. */
void        yc_test_mock_set_down      (YcTestMock    *self,
                                        gboolean       down);
/* Sends a live event to everybody who listens. */
void        yc_test_mock_send_event    (YcTestMock    *self,
                                        const char    *text);
/* What GET of a path (below /api/v1) answers; NULL for 404 again. With "POST " before the path what that
 * answers, instead of telling of its effect. */
void        yc_test_mock_set_answer    (YcTestMock    *self,
                                        const char    *path,
                                        const char    *json);

/* How many changes took effect, and what the n-th was: "PATH KEY IF-MATCH BODY". */
guint       yc_test_mock_get_n_effects (YcTestMock    *self);
const char *yc_test_mock_get_effect    (YcTestMock    *self,
                                        guint          index);
/* How often an effect's text contains this. */
guint       yc_test_mock_count_effects (YcTestMock    *self,
                                        const char    *text);
/* POST requests that were seen, with those that had no effect. */
guint       yc_test_mock_get_n_posts   (YcTestMock    *self);
/* GET requests that were answered, events and health left out. */
guint       yc_test_mock_get_n_gets    (YcTestMock    *self);
/* Likewise of one path (below /api/v1), without its query. */
guint       yc_test_mock_count_gets    (YcTestMock    *self,
                                        const char    *path);
guint       yc_test_mock_get_n_listeners (YcTestMock  *self);
/* The Last-Event-ID of the newest listener; NULL when it had none. */
const char *yc_test_mock_get_last_event_id (YcTestMock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestMock, yc_test_mock_free)

G_END_DECLS
