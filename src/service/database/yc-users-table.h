/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who may sign in. */
#pragma once

#include "yc-transaction.h"

#include "yc-role.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcUser:
 * @id: what the person types to sign in
 * @name: the person's name
 * @role: the person's role
 * @place: code of the place the person works at
 * @counter: the usual counter, "" for none
 * @password: the argon2id hash of the password
 */
typedef struct
{
  char *id;
  char *name;
  YcRole role;
  char *place;
  char *counter;
  char *password;
} YcUser;

void       yc_user_free           (YcUser         *self);
gboolean   yc_users_table_insert  (YcTransaction  *transaction,
                                   const YcUser   *user,
                                   const char     *now,
                                   GError        **error);
YcUser    *yc_users_table_find    (YcTransaction  *transaction,
                                   const char     *id,
                                   GError        **error);
JsonArray *yc_users_table_list    (YcTransaction  *transaction,
                                   GError        **error);
gint64     yc_users_table_count   (YcTransaction  *transaction,
                                   GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcUser, yc_user_free)

G_END_DECLS
