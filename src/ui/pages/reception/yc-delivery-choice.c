/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over which channels the applicant lets the certificate be sent: a box to tick for each that the
 * service has set up, and nothing where there is none or the item has no certificate. Above them stands
 * what departments are told without being asked for. */
#include "yc-delivery-choice.h"

#include "yc-delivery.h"
#include "yc-delivery-duties.h"
#include "yc-desk-delivery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters: a name that is longer is cut, and told in full by the tooltip. */
#define LONGEST_TITLE 14

struct _YcDeliveryChoice
{
  AdwBin parent_instance;

  GtkWidget    *checks[YC_N_DELIVERY_CHANNELS];
  YcDesk       *desk;
  YcCaseDraft  *draft;
  GtkWidget    *wish;
  GtkWidget    *duties;
  gboolean      showing;
};

G_DEFINE_FINAL_TYPE (YcDeliveryChoice, yc_delivery_choice, ADW_TYPE_BIN)

static gboolean
has_certificate (YcDeliveryChoice *self)
{
  YcItem *item = self->draft != NULL ? yc_case_draft_get_item (self->draft) : NULL;

  return item != NULL && yc_item_get_template_id (item) != NULL;
}

static YcDeliveryChannels *
get_channels (YcDeliveryChoice *self)
{
  return yc_desk_get_delivery_channels (self->desk);
}

/* A channel that the applicant chose before stays in sight, though nobody has set it up any more. */
static gboolean
is_offered (YcDeliveryChoice *self, const char *channel)
{
  return yc_delivery_channels_has (get_channels (self), channel) ||
         yc_delivery_wish_get (yc_case_draft_get_wish (self->draft), channel);
}

static void
show_title (GtkWidget *check, const char *title)
{
  g_autofree char *start = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1),
                                                            LONGEST_TITLE));
  gboolean cut = strlen (start) < strlen (title);
  g_autofree char *label = g_strconcat (start, cut ? "…" : NULL, NULL);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_tooltip_text (check, cut ? title : NULL);
}

static gboolean
show_channel (YcDeliveryChoice *self, GtkWidget *check, const char *channel)
{
  gboolean offered = has_certificate (self) && is_offered (self, channel);

  gtk_widget_set_visible (gtk_widget_get_parent (check), offered);
  if (!offered)
    return FALSE;

  show_title (check, yc_delivery_channels_get_title (get_channels (self), channel));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (check),
      yc_delivery_wish_get (yc_case_draft_get_wish (self->draft), channel));
  gtk_widget_set_sensitive (check, yc_case_draft_get_editable (self->draft));

  return TRUE;
}

static void
show (YcDeliveryChoice *self)
{
  gboolean any = FALSE;

  if (self->draft == NULL || self->desk == NULL)
    return;
  yc_delivery_duties_show (YC_DELIVERY_DUTIES (self->duties), self->desk,
                           yc_case_draft_get_item (self->draft),
                           yc_case_draft_get_form (self->draft));
  self->showing = TRUE;
  for (guint i = 0; i < YC_N_DELIVERY_CHANNELS; i++)
    any |= show_channel (self, self->checks[i], yc_delivery_channel_get_nth (i));
  self->showing = FALSE;
  gtk_widget_set_visible (self->wish, any);
  gtk_widget_set_visible (GTK_WIDGET (self), any || gtk_widget_get_visible (self->duties));
}

static void
toggled_cb (GtkCheckButton *check, YcDeliveryChoice *self)
{
  if (self->showing || self->draft == NULL)
    return;

  for (guint i = 0; i < YC_N_DELIVERY_CHANNELS; i++)
    if (self->checks[i] == GTK_WIDGET (check))
      yc_delivery_wish_set (yc_case_draft_get_wish (self->draft), yc_delivery_channel_get_nth (i),
                            gtk_check_button_get_active (check));
}

static void
yc_delivery_choice_dispose (GObject *object)
{
  YcDeliveryChoice *self = YC_DELIVERY_CHOICE (object);

  yc_delivery_choice_set_draft (self, NULL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_delivery_choice_parent_class)->dispose (object);
}

static void
yc_delivery_choice_class_init (YcDeliveryChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_delivery_choice_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_checks (YcDeliveryChoice *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 18);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), YC_N_DELIVERY_CHANNELS);
  for (guint i = 0; i < YC_N_DELIVERY_CHANNELS; i++)
    {
      self->checks[i] = gtk_check_button_new ();
      g_signal_connect_object (self->checks[i], "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), self->checks[i], -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (self->checks[i]), FALSE);
    }

  return flow;
}

static void
yc_delivery_choice_init (YcDeliveryChoice *self)
{
  const char *title = _ ("The applicant agrees to be sent the certificate by:");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);

  self->wish = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->duties = g_object_new (YC_TYPE_DELIVERY_DUTIES, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self->wish), label);
  gtk_box_append (GTK_BOX (self->wish), create_checks (self));
  gtk_box_append (GTK_BOX (box), self->duties);
  gtk_box_append (GTK_BOX (box), self->wish);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "delivery-choice");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * yc_delivery_choice_set_desk:
 * @self: the choice
 * @desk: the desk
 *
 * Says whose service sends. To be called once.
 */
void
yc_delivery_choice_set_desk (YcDeliveryChoice *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_DELIVERY_CHOICE (self));
  g_return_if_fail (YC_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (get_channels (self), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
}

/**
 * yc_delivery_choice_set_draft:
 * @self: the choice
 * @draft: (nullable): the draft whose wish is shown and changed
 */
void
yc_delivery_choice_set_draft (YcDeliveryChoice *self, YcCaseDraft *draft)
{
  g_return_if_fail (YC_IS_DELIVERY_CHOICE (self));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (show), self);
  g_signal_connect_swapped (draft, "notify", G_CALLBACK (show), self);
  show (self);
}
