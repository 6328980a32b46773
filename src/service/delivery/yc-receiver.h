/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One receiver of certificates: the mail server, a portal, a department. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcReceiver:
 * @channel: "mail", "portal", "account", "app", or "department:" and an id
 * @title: what clerks call it; "" for mail
 * @url: where it is
 * @ca_file: (nullable): PEM file of the authorities its certificate is held against
 * @answer_seconds: how long one try may take
 * @secret: (nullable): the key that messages are signed with; %NULL for mail
 * @items: (nullable): codes of the items whose certificates a department gets; %NULL for the others,
 *   which ask for the applicant's consent
 * @fields: (nullable): all that a department is told, as paths
 * @pdf: whether it gets the certificate itself
 * @in_clear: whether mail may go unencrypted
 * @user: (nullable): the mail server's account
 * @password: (nullable): its password
 * @from: (nullable): the sender's address
 * @from_name: the sender's name, "" for none
 *
 * Checked when it was read; does not change.
 */
typedef struct
{
  char *channel;
  char *title;
  char *url;
  char *ca_file;
  guint answer_seconds;
  GBytes *secret;
  GStrv items;
  GStrv fields;
  gboolean pdf;
  gboolean in_clear;
  char *user;
  char *password;
  char *from;
  char *from_name;
} YcReceiver;

void     yc_receiver_free       (YcReceiver       *self);
gboolean yc_receiver_is_mail    (const YcReceiver *self);
/* Whether it gets the item's certificates without being asked for by the applicant. */
gboolean yc_receiver_has_item   (const YcReceiver *self,
                                 const char       *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcReceiver, yc_receiver_free)

G_END_DECLS
