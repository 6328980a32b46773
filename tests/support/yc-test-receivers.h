/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reference receivers of certificates (tests/support/receivers) for a test. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcTestReceivers YcTestReceivers;

YcTestReceivers *yc_test_receivers_new        (void);
void             yc_test_receivers_free       (YcTestReceivers *self);
/* Of its keys: ca.pem, secret, password. */
const char      *yc_test_receivers_get_folder (YcTestReceivers *self);
/* "http", "smtp" or "plain" */
int              yc_test_receivers_get_port   (YcTestReceivers *self,
                                               const char      *name);
/* (transfer full): what came for @to, in order. */
GPtrArray       *yc_test_receivers_list       (YcTestReceivers *self,
                                               const char      *to);
/* (transfer full): the last of it; waits until there are @n. */
JsonObject      *yc_test_receivers_await      (YcTestReceivers *self,
                                               const char      *to,
                                               guint            n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTestReceivers, yc_test_receivers_free)

G_END_DECLS
