/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citizen in the left column: typed once, then masked until somebody asks to see it. */
#include "yc-person-panel.h"

#include "yc-children.h"
#include "yc-direct-typing.h"
#include "yc-text-limit.h"
#include "yc-words.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

/* Longer than any name or address, short enough that a paste by mistake does no harm. */
#define MAX_NAME 100
#define MAX_ID_NUMBER 24
#define MAX_MOBILE 24
#define MAX_TEXT 300
#define ID_NUMBER_LENGTH 18

enum
{
  FIELD_NAME,
  FIELD_ID_NUMBER,
  FIELD_MOBILE,
  FIELD_ADDRESS,
  FIELD_EMAIL,
  N_FIELDS
};

struct _YcPersonPanel
{
  GtkWidget parent_instance;

  GtkStack  *stack;
  GtkEntry  *name;
  GtkEntry  *id_number;
  GtkEntry  *mobile;
  GtkEntry  *address;
  GtkEntry  *email;
  GtkLabel  *derived;
  GtkLabel  *id_number_error;
  GtkWidget *summary;
  GtkLabel  *summary_name;
  GtkLabel  *summary_derived;
  GtkLabel  *summary_id_number;
  GtkLabel  *summary_mobile;
  GtkLabel  *summary_address;
  GtkWidget *eye;
  YcCitizen *citizen;
  GPtrArray *bindings;
  gboolean   shown;
};

enum
{
  FINISHED,
  ASKED_TO_SHOW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void yc_person_panel_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcPersonPanel, yc_person_panel, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_person_panel_workplace_init))

static const char *const properties_of_citizen[N_FIELDS] = {
  "name", "id-number", "mobile", "address", "email",
};

static GtkEntry *
get_entry (YcPersonPanel *self, int field)
{
  GtkEntry *entries[N_FIELDS] = { self->name, self->id_number, self->mobile, self->address,
                                  self->email };

  return entries[field];
}

static char *
describe (YcCitizen *citizen)
{
  g_autofree char *age = NULL;

  if (yc_citizen_get_birth (citizen) == NULL)
    return g_strdup ("");

  age = g_strdup_printf (ngettext ("%u year", "%u years", yc_citizen_get_age (citizen)),
                         yc_citizen_get_age (citizen));

  return yc_words_join (yc_citizen_get_sex_title (citizen), age, yc_citizen_get_birth (citizen),
                        NULL);
}

/* A number that is still being typed is no mistake yet; a finished or left one is. */
static void
show_derived (YcPersonPanel *self, gboolean left)
{
  const char *error = yc_citizen_get_id_number_error (self->citizen);
  g_autofree char *words = describe (self->citizen);
  gboolean finished = g_utf8_strlen (yc_citizen_get_id_number (self->citizen), -1) >=
                      ID_NUMBER_LENGTH;
  gboolean wrong = error != NULL && (left || finished);

  gtk_label_set_text (self->derived, words);
  gtk_widget_set_visible (GTK_WIDGET (self->derived), *words != '\0');
  gtk_label_set_text (self->id_number_error, wrong ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->id_number_error), wrong);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->id_number), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->id_number), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->id_number), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_line (GtkLabel *label, const char *full, const char *masked, gboolean shown)
{
  const char *text = shown ? full : masked;

  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_summary (YcPersonPanel *self)
{
  YcCitizen *citizen = self->citizen;
  g_autofree char *derived = describe (citizen);

  show_line (self->summary_name, yc_citizen_get_name (citizen),
             yc_citizen_get_masked_name (citizen), self->shown);
  show_line (self->summary_id_number, yc_citizen_get_id_number (citizen),
             yc_citizen_get_masked_id_number (citizen), self->shown);
  show_line (self->summary_mobile, yc_citizen_get_mobile (citizen),
             yc_citizen_get_masked_mobile (citizen), self->shown);
  show_line (self->summary_address, yc_citizen_get_address (citizen), NULL, self->shown);
  gtk_label_set_text (self->summary_derived, derived);
  gtk_button_set_icon_name (GTK_BUTTON (self->eye), self->shown ? "view-conceal-symbolic"
                                                               : "view-reveal-symbolic");
}

static void
citizen_changed_cb (YcPersonPanel *self)
{
  show_derived (self, FALSE);
  show_summary (self);
}

static void
show_page (YcPersonPanel *self)
{
  gboolean done = yc_citizen_get_complete (self->citizen);

  gtk_stack_set_visible_child_name (self->stack, done ? "summary" : "edit");
  gtk_widget_set_visible (self->eye, done);
}

static void
focus_left_cb (YcPersonPanel *self)
{
  if (self->citizen == NULL)
    return;

  show_derived (self, *yc_citizen_get_id_number (self->citizen) != '\0');
  show_page (self);
}

static void
id_number_left_cb (YcPersonPanel *self)
{
  if (self->citizen != NULL)
    show_derived (self, *yc_citizen_get_id_number (self->citizen) != '\0');
}

/* Enter goes on, Shift+Enter goes back; after the last field the work goes on in the middle. */
static void
activate_cb (GtkEntry *entry, YcPersonPanel *self)
{
  for (int field = 0; field < N_FIELDS; field++)
    {
      if (get_entry (self, field) != entry)
        continue;
      if (field + 1 < N_FIELDS)
        gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, field + 1)));
      else
        g_signal_emit (self, signals[FINISHED], 0);
      return;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcPersonPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK || focus == NULL)
    return GDK_EVENT_PROPAGATE;

  for (int field = 1; field < N_FIELDS; field++)
    if (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_entry (self, field))))
      gtk_widget_grab_focus (GTK_WIDGET (get_entry (self, field - 1)));

  return GDK_EVENT_STOP;
}

static void
edit_cb (YcPersonPanel *self)
{
  yc_person_panel_edit (self);
}

static void
eye_cb (YcPersonPanel *self)
{
  g_signal_emit (self, signals[ASKED_TO_SHOW], 0);
}

static void
bind_citizen (YcPersonPanel *self)
{
  for (int field = 0; field < N_FIELDS; field++)
    g_ptr_array_add (self->bindings,
                     g_object_bind_property (self->citizen, properties_of_citizen[field],
                                             get_entry (self, field), "text",
                                             G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE));
}

static void
forget_citizen (YcPersonPanel *self)
{
  if (self->citizen == NULL)
    return;

  for (guint i = 0; i < self->bindings->len; i++)
    g_binding_unbind (g_ptr_array_index (self->bindings, i));
  g_ptr_array_set_size (self->bindings, 0);
  g_signal_handlers_disconnect_by_data (self->citizen, self);
  g_clear_object (&self->citizen);
}

static gboolean
yc_person_panel_begin (YcWorkplace *workplace)
{
  yc_person_panel_edit (YC_PERSON_PANEL (workplace));

  return TRUE;
}

static void
yc_person_panel_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_person_panel_begin;
}

static void
yc_person_panel_dispose (GObject *object)
{
  YcPersonPanel *self = YC_PERSON_PANEL (object);

  forget_citizen (self);
  g_clear_pointer (&self->bindings, g_ptr_array_unref);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_person_panel_parent_class)->dispose (object);
}

static void
yc_person_panel_class_init (YcPersonPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_person_panel_dispose;

  /**
   * YcPersonPanel::finished:
   *
   * Enter was pressed in the last field.
   */
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * YcPersonPanel::asked-to-show:
   *
   * The clerk wants the masked data shown, or masked again.
   */
  signals[ASKED_TO_SHOW] = g_signal_new ("asked-to-show", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "personpanel");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/pages/reception/yc-person-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, name);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, id_number);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, mobile);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, address);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, email);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, derived);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, id_number_error);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, summary_name);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, summary_derived);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, summary_id_number);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, summary_mobile);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, summary_address);
  gtk_widget_class_bind_template_child (widget_class, YcPersonPanel, eye);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, id_number_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, eye_cb);
}

/* Under its entry, and there only as long as it is said. */
static void
limit_entry (YcPersonPanel *self, GtkEntry *entry, guint most)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                   "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "field-error");
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (entry))), label,
                              GTK_WIDGET (entry));
  yc_text_limit_show_in (yc_text_limit_attach (GTK_WIDGET (entry), most, 0), GTK_LABEL (label));
}

static void
yc_person_panel_init (YcPersonPanel *self)
{
  self->bindings = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  limit_entry (self, self->name, MAX_NAME);
  limit_entry (self, self->id_number, MAX_ID_NUMBER);
  limit_entry (self, self->mobile, MAX_MOBILE);
  limit_entry (self, self->address, MAX_TEXT);
  limit_entry (self, self->email, MAX_TEXT);
  yc_direct_typing_use (self->id_number, GTK_INPUT_PURPOSE_FREE_FORM);
  yc_direct_typing_use (self->mobile, GTK_INPUT_PURPOSE_PHONE);
  yc_direct_typing_use (self->email, GTK_INPUT_PURPOSE_EMAIL);
}

/**
 * yc_person_panel_new:
 *
 * Returns: a panel without a citizen
 */
GtkWidget *
yc_person_panel_new (void)
{
  return g_object_new (YC_TYPE_PERSON_PANEL, NULL);
}

/**
 * yc_person_panel_set_citizen:
 * @self: the panel
 * @citizen: who is typed in and shown
 */
void
yc_person_panel_set_citizen (YcPersonPanel *self, YcCitizen *citizen)
{
  g_return_if_fail (YC_IS_PERSON_PANEL (self));
  g_return_if_fail (YC_IS_CITIZEN (citizen));

  if (self->citizen == citizen)
    return;

  forget_citizen (self);
  self->citizen = g_object_ref (citizen);
  bind_citizen (self);
  g_signal_connect_swapped (citizen, "changed", G_CALLBACK (citizen_changed_cb), self);
  citizen_changed_cb (self);
  show_page (self);
}

/**
 * yc_person_panel_edit:
 * @self: the panel
 *
 * Opens the fields and puts the cursor into the first one that is missing or wrong.
 */
void
yc_person_panel_edit (YcPersonPanel *self)
{
  g_return_if_fail (YC_IS_PERSON_PANEL (self));

  if (self->citizen == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_set_visible (self->eye, FALSE);
  if (*yc_citizen_get_name (self->citizen) != '\0' && !yc_citizen_get_complete (self->citizen))
    gtk_widget_grab_focus (GTK_WIDGET (self->id_number));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/**
 * yc_person_panel_settle:
 * @self: the panel
 *
 * Says what is still wrong, as when the fields are left.
 *
 * Returns: whether a case can be sent for this person
 */
gboolean
yc_person_panel_settle (YcPersonPanel *self)
{
  g_return_val_if_fail (YC_IS_PERSON_PANEL (self), FALSE);

  if (self->citizen == NULL)
    return FALSE;

  show_derived (self, TRUE);

  return yc_citizen_get_complete (self->citizen);
}

/**
 * yc_person_panel_set_shown:
 * @self: the panel
 * @shown: whether the person's data stands there in full
 */
void
yc_person_panel_set_shown (YcPersonPanel *self, gboolean shown)
{
  g_return_if_fail (YC_IS_PERSON_PANEL (self));

  self->shown = shown;
  if (self->citizen != NULL)
    show_summary (self);
}

/**
 * yc_person_panel_get_shown:
 * @self: the panel
 *
 * Returns: whether the person's data stands there in full
 */
gboolean
yc_person_panel_get_shown (YcPersonPanel *self)
{
  g_return_val_if_fail (YC_IS_PERSON_PANEL (self), FALSE);

  return self->shown;
}
