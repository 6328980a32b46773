/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides in the transaction that issues a certificate, or declares it void, who is to be told.
 *
 * What is told is written down here once and for all: every try sends the same, whatever has become
 * of the case or the settings since. A channel that the applicant chose and nobody has set up is
 * planned too, as one that has failed: a wish is never dropped in silence. */
#include "yc-delivery-plan.h"

#include "yc-deliverer.h"
#include "yc-deliveries-table.h"
#include "yc-delivery-consent.h"
#include "yc-delivery-message.h"
#include "yc-json.h"
#include "yc-uuid.h"

#define ISSUED "issued"
#define VOID "void"

static gboolean
insert (const YcWork      *work,
        const char        *channel,
        const YcReceiver  *receiver,
        YcDeliveryRecord  *delivery,
        GError           **error)
{
  g_autofree char *id = yc_uuid_v7_new ();

  delivery->id = id;
  delivery->channel = (char *) channel;
  delivery->title = receiver != NULL ? receiver->title : (char *) "";
  delivery->state = receiver != NULL ? YC_DELIVERY_STATE_WAITING : YC_DELIVERY_STATE_FAILED;
  delivery->detail = (char *) (receiver != NULL ? "" : "settings");
  delivery->since = delivery->next_at = (char *) work->now_text;
  if (!yc_deliveries_table_insert (work->transaction, yc_service_get_vault (work->service),
                                   delivery, error))
    return FALSE;
  yc_deliverer_expect (yc_service_get_deliverer (work->service));
  return TRUE;
}

static gboolean
plan_person (const YcWork               *work,
             YcCaseRecord               *record,
             const YcCertificateRecord  *certificate,
             const char                 *channel,
             const char                 *to,
             GError                    **error)
{
  gboolean mail = g_str_equal (channel, "mail");
  const char *address = to != NULL ? to : yc_json_get_string (record->applicant, "email", "");
  g_autoptr (JsonObject) message = yc_delivery_message_new_for_person (work, record, certificate,
                                                                       mail ? address : NULL);
  YcDeliveryRecord delivery = { .serial = certificate->serial, .case_id = record->id,
                                .kind = (char *) ISSUED, .message = message };

  return insert (work, channel,
                 yc_deliverer_find (yc_service_get_deliverer (work->service), channel), &delivery,
                 error);
}

/* What the applicant agreed to at the counter, or later for the version before. */
static gboolean
plan_wish (const YcWork               *work,
           YcCaseRecord               *record,
           const YcCertificateRecord  *certificate,
           const char                 *channel,
           const char                 *replaces,
           GError                    **error)
{
  g_autoptr (YcDeliveryRecord) before = NULL;
  const char *to;

  if (replaces != NULL)
    before = yc_deliveries_table_find_issued (
      work->transaction, yc_service_get_vault (work->service), replaces, channel, NULL);
  if (before == NULL && !yc_delivery_consent_covers (record, channel))
    return TRUE;
  to = before != NULL ? yc_json_get_string (before->message, "to", NULL) : NULL;
  return plan_person (work, record, certificate, channel, to, error);
}

static gboolean
plan_department (const YcWork               *work,
                 YcCaseRecord               *record,
                 const YcCertificateRecord  *certificate,
                 const YcReceiver           *receiver,
                 GError                    **error)
{
  g_autoptr (JsonObject) message =
    yc_delivery_message_new_for_department (work, record, certificate, receiver);
  YcDeliveryRecord delivery = { .serial = certificate->serial, .case_id = record->id,
                                .kind = (char *) ISSUED, .message = message };

  return insert (work, receiver->channel, receiver, &delivery, error);
}

static gboolean
plan_departments (const YcWork               *work,
                  YcCaseRecord               *record,
                  const YcCertificateRecord  *certificate,
                  GError                    **error)
{
  GPtrArray *receivers = yc_deliverer_get_receivers (yc_service_get_deliverer (work->service));

  for (guint i = 0; i < receivers->len; i++)
    {
      const YcReceiver *receiver = g_ptr_array_index (receivers, i);

      if (yc_receiver_has_item (receiver, record->item) &&
          !plan_department (work, record, certificate, receiver, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * yc_delivery_plan_issue:
 * @work: the work, in the transaction that issues
 * @record: the case with its content
 * @serial: the certificate, stored already
 * @replaces: (nullable): the version before, whose place it takes
 * @error: (nullable): return location
 *
 * Plans what goes where: over the channels that the applicant agreed to, to the addresses that were
 * mended meanwhile, and to the departments that asked for this item's certificates.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_plan_issue (const YcWork  *work,
                        YcCaseRecord  *record,
                        const char    *serial,
                        const char    *replaces,
                        GError       **error)
{
  g_autoptr (YcCertificateRecord) certificate =
    yc_certificates_table_find (work->transaction, serial, error);

  if (certificate == NULL)
    return FALSE;
  for (guint i = 0; i < YC_N_DELIVERY_CHANNELS; i++)
    if (!plan_wish (work, record, certificate, yc_delivery_channel_get_nth (i), replaces, error))
      return FALSE;
  return plan_departments (work, record, certificate, error);
}

/**
 * yc_delivery_plan_add:
 * @work: the work, in a transaction that writes
 * @record: the case with its content
 * @certificate: its certificate, which is in force
 * @channel: a channel that the applicant agreed to after the issue, and that it did not go over
 * @to: (nullable): the address of a letter; the applicant's without it
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the delivery, %NULL on an error
 */
YcDeliveryRecord *
yc_delivery_plan_add (const YcWork               *work,
                      YcCaseRecord               *record,
                      const YcCertificateRecord  *certificate,
                      const char                 *channel,
                      const char                 *to,
                      GError                    **error)
{
  if (!plan_person (work, record, certificate, channel, to, error))
    return NULL;
  return yc_deliveries_table_find_issued (work->transaction, yc_service_get_vault (work->service),
                                          certificate->serial, channel, error);
}

/* What has not gone out must not go out any more, not even by hand. */
static gboolean
hold_back (const YcWork      *work,
           YcDeliveryRecord  *delivery,
           GError           **error)
{
  if (delivery->state == YC_DELIVERY_STATE_DELIVERED)
    return TRUE;
  delivery->state = YC_DELIVERY_STATE_FAILED;
  g_free (delivery->detail);
  delivery->detail = g_strdup ("void");
  return yc_deliveries_table_update (work->transaction, yc_service_get_vault (work->service),
                                     delivery, work->now_text, error);
}

/* Whoever has it, or may have it although the answer got lost, is told. */
static gboolean
tell (const YcWork               *work,
      YcCaseRecord               *record,
      const YcCertificateRecord  *certificate,
      YcDeliveryRecord           *delivery,
      const char                 *replaced_by,
      GError                    **error)
{
  g_autoptr (JsonObject) message = yc_delivery_message_new_void (
    work, record, certificate, yc_json_get_string (delivery->message, "to", NULL), replaced_by);
  YcDeliveryRecord told = { .serial = delivery->serial, .case_id = delivery->case_id,
                            .kind = (char *) VOID, .message = message };

  return insert (work, delivery->channel,
                 yc_deliverer_find (yc_service_get_deliverer (work->service), delivery->channel),
                 &told, error);
}

static gboolean
revoke_one (const YcWork               *work,
            YcCaseRecord               *record,
            const YcCertificateRecord  *certificate,
            YcDeliveryRecord           *delivery,
            const char                 *replaced_by,
            GError                    **error)
{
  gboolean arrived = delivery->state == YC_DELIVERY_STATE_DELIVERED || delivery->n_tries > 0 ||
                     delivery->begun;

  if (!g_str_equal (delivery->serial, certificate->serial) || !g_str_equal (delivery->kind, ISSUED))
    return TRUE;
  return hold_back (work, delivery, error) &&
         (!arrived || tell (work, record, certificate, delivery, replaced_by, error));
}

/**
 * yc_delivery_plan_void:
 * @work: the work, in the transaction that declares it void
 * @record: the case with its content
 * @serial: a certificate that is void from now on
 * @replaced_by: (nullable): the serial number that takes its place
 * @error: (nullable): return location
 *
 * Holds back what has not gone out yet, and plans to tell everybody who may have the certificate.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_delivery_plan_void (const YcWork  *work,
                       YcCaseRecord  *record,
                       const char    *serial,
                       const char    *replaced_by,
                       GError       **error)
{
  g_autoptr (YcCertificateRecord) certificate =
    yc_certificates_table_find (work->transaction, serial, error);
  g_autoptr (GPtrArray) deliveries = NULL;

  if (certificate == NULL)
    return FALSE;
  deliveries = yc_deliveries_table_list (
    work->transaction, yc_service_get_vault (work->service), record->id, error);
  if (deliveries == NULL)
    return FALSE;
  for (guint i = 0; i < deliveries->len; i++)
    if (!revoke_one (work, record, certificate, g_ptr_array_index (deliveries, i), replaced_by, error))
      return FALSE;
  return TRUE;
}
