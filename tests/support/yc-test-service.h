/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real yichuangd for tests: its own process, folder and port. */
#pragma once

#include "yc-test-http.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The password of every sample user and of every account that yc_test_service_add_user() makes. */
#define YC_TEST_PASSWORD "yanlian-2026"

typedef struct _YcTestService YcTestService;

/**
 * YcTestCheck:
 * @method: the request's method
 * @path: the request's path with its query
 * @answer: the answer
 * @user_data: data
 *
 * Looks at every answer that goes through yc_test_service_request().
 */
typedef void (*YcTestCheck) (const char   *method,
                             const char   *path,
                             YcTestAnswer *answer,
                             gpointer      user_data);

/* Starts a service; @arguments are added to its command line, NULL for none. Without --demo among
 * them the database is empty and holds only the administrator "root". Fails the test on trouble.
 * The service's log goes to the file that YC_TEST_SERVICE_LOG names, if it is set. */
YcTestService *yc_test_service_new           (gboolean             demo,
                                              const char *const   *arguments);
void           yc_test_service_free          (YcTestService       *self);
/* "http://127.0.0.1:PORT" */
const char    *yc_test_service_get_url       (YcTestService       *self);
const char    *yc_test_service_get_folder    (YcTestService       *self);
/* Digits; NULL when it does not run */
const char    *yc_test_service_get_process   (YcTestService       *self);
void           yc_test_service_set_check     (YcTestService       *self,
                                              YcTestCheck          check,
                                              gpointer             user_data);

/* SIGKILL; the folder stays. */
void           yc_test_service_kill          (YcTestService       *self);
/* SIGTERM and waits; answers the exit status. */
int            yc_test_service_stop          (YcTestService       *self);
/* Starts again on the same folder; the port is another one. */
void           yc_test_service_start         (YcTestService       *self);

/* (transfer full): the token */
char          *yc_test_service_sign_in       (YcTestService       *self,
                                              const char          *user);
/* Makes an account with YC_TEST_PASSWORD; @token is an administrator's. */
void           yc_test_service_add_user      (YcTestService       *self,
                                              const char          *token,
                                              const char          *id,
                                              const char          *role,
                                              const char          *place);
/* One request on a connection of its own; @extra_headers as in yc_test_http_write(). */
YcTestAnswer  *yc_test_service_request       (YcTestService       *self,
                                              const char          *method,
                                              const char          *path,
                                              const char          *token,
                                              const char          *extra_headers,
                                              const char          *body);
/* As yc_test_service_request(), with a body of bytes. */
YcTestAnswer  *yc_test_service_put           (YcTestService       *self,
                                              const char          *path,
                                              const char          *token,
                                              const char          *extra_headers,
                                              gconstpointer        data,
                                              gsize                length);
/* As a browser sends @file by a form, in the field "file". */
YcTestAnswer  *yc_test_service_post_file     (YcTestService       *self,
                                              const char          *path,
                                              GBytes              *file);
/* (transfer full): the answer's body; asserts the status. */
JsonObject    *yc_test_service_get           (YcTestService       *self,
                                              const char          *path,
                                              const char          *token,
                                              guint                status);
JsonObject    *yc_test_service_post          (YcTestService       *self,
                                              const char          *path,
                                              const char          *token,
                                              const char          *extra_headers,
                                              const char          *body,
                                              guint                status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestService, yc_test_service_free)

G_END_DECLS
