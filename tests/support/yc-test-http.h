/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain HTTP/1.1 client for tests: one connection, blocking, hiding nothing. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _YcTestHttp YcTestHttp;
typedef struct _YcTestAnswer YcTestAnswer;

/**
 * YcTestAnswer:
 * @status: the HTTP status
 * @headers: header names in lower case → values
 * @body: the body, NUL-terminated besides
 */
struct _YcTestAnswer
{
  guint status;
  GHashTable *headers;
  GByteArray *body;
};

/* So that a test may hold more than a thousand connections. */
void          yc_test_http_raise_file_limit (void);
YcTestHttp   *yc_test_http_connect     (const char   *url,
                                        GError      **error);
void          yc_test_http_free        (YcTestHttp   *self);
gboolean      yc_test_http_send        (YcTestHttp   *self,
                                        const char   *text,
                                        gssize        length,
                                        GError      **error);
YcTestAnswer *yc_test_http_receive     (YcTestHttp   *self,
                                        GError      **error);
char         *yc_test_http_read_line   (YcTestHttp   *self,
                                        GError      **error);
char         *yc_test_http_write       (const char   *method,
                                        const char   *path,
                                        const char   *token,
                                        const char   *extra_headers,
                                        const char   *body);
void          yc_test_http_set_timeout (YcTestHttp   *self,
                                        guint         seconds);
void          yc_test_answer_free      (YcTestAnswer *self);
const char   *yc_test_answer_get_text  (YcTestAnswer *self);
const char   *yc_test_answer_get       (YcTestAnswer *self,
                                        const char   *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestHttp, yc_test_http_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestAnswer, yc_test_answer_free)

G_END_DECLS
