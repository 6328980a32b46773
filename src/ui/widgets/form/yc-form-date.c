/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A day: typed in any of its writings, or found in a calendar. The focus stays in the entry while
 * the calendar is open; arrows go by days and weeks, Page Up and Page Down by months, Enter takes
 * the day, Escape brings back what was there. Works for a day with a time too, whose time stays.
 */
#include "yc-form-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-day.h"
#include "yc-form-editor.h"
#include "yc-form-line.h"
#include "yc-form-popup.h"

#define DATE_LENGTH 10

struct _YcFormDate
{
  GtkWidget    parent_instance;
  GtkWidget   *line;
  GtkWidget   *popover;         /* NULL until it was opened */
  GtkWidget   *calendar;        /* in the popover */
  YcFormField *field;
  char        *before;          /* the text when the calendar was opened */
  gboolean     showing;
  gboolean     compact;
};

G_DEFINE_FINAL_TYPE (YcFormDate, yc_form_date, GTK_TYPE_WIDGET)

static gboolean
is_open (YcFormDate *self)
{
  return yc_form_popup_is_open (self->popover);
}

static gboolean
has_time (YcFormDate *self)
{
  return yc_form_field_get_kind (self->field) != YC_FORM_FIELD_DATE;
}

/* The day that the field's value begins with, today if there is none. */
static GDateTime *
dup_day (YcFormDate *self)
{
  g_autoptr (GDateTime) now = yc_day_now ();
  JsonNode *node = yc_form_field_get_value (self->field);
  const char *value = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node)
                                                                   : NULL;
  int year, month, day;

  if (value != NULL && sscanf (value, "%4d-%2d-%2d", &year, &month, &day) == 3 && month > 0 &&
      month <= 12 && day > 0 && day <= 31 &&
      g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_date_time_new_local (year, month, day, 0, 0, 0);
  return g_steal_pointer (&now);
}

/* What stands behind the day. */
static const char *
get_rest (YcFormDate *self)
{
  const char *text = yc_form_field_get_text (self->field);

  if (!has_time (self))
    return "";
  return strlen (text) > DATE_LENGTH && text[DATE_LENGTH] == ' ' ? text + DATE_LENGTH : " ";
}

static void
take_day (YcFormDate *self,
          GDateTime  *day)
{
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *text = g_strconcat (date, get_rest (self), NULL);

  yc_form_field_set_text (self->field, text);
}

static void
show_day (YcFormDate *self)
{
  g_autoptr (GDateTime) day = dup_day (self);

  self->showing = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->showing = FALSE;
}

/* The calendar */

static void
close_calendar (YcFormDate *self)
{
  if (!is_open (self))
    return;
  yc_form_popup_close (GTK_POPOVER (self->popover));
}

static void
day_selected_cb (GtkCalendar *calendar,
                 YcFormDate  *self)
{
  g_autoptr (GDateTime) day = NULL;

  if (self->showing)
    return;
  day = gtk_calendar_get_date (calendar);
  take_day (self, day);
}

static void
create_popover (YcFormDate *self)
{
  self->calendar = gtk_calendar_new ();
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_widget_set_focusable (self->calendar, FALSE);
  self->popover = gtk_popover_new ();
  yc_form_popup_prepare (GTK_POPOVER (self->popover));
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
open_calendar (YcFormDate *self)
{
  if (yc_form_field_get_read_only (self->field))
    return;
  if (self->popover == NULL)
    create_popover (self);
  g_free (self->before);
  self->before = g_strdup (yc_form_field_get_text (self->field));
  show_day (self);
  yc_form_popup_open (GTK_POPOVER (self->popover));
}

static void
icon_press_cb (GtkEntry             *entry,
               GtkEntryIconPosition  position,
               YcFormDate           *self)
{
  gtk_widget_grab_focus (self->line);
  if (is_open (self))
    close_calendar (self);
  else
    open_calendar (self);
}

/* Keys */

static gboolean
go_by (YcFormDate *self,
       int         months,
       int         days)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autoptr (GDateTime) month = g_date_time_add_months (day, months);
  g_autoptr (GDateTime) other = month == NULL ? NULL : g_date_time_add_days (month, days);

  if (other != NULL)
    {
      take_day (self, other);
      show_day (self);
    }
  return GDK_EVENT_STOP;
}

static gboolean
press_open (YcFormDate *self,
            guint       key)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return go_by (self, 0, -1);
    case GDK_KEY_Right:
      return go_by (self, 0, 1);
    case GDK_KEY_Up:
      return go_by (self, 0, -7);
    case GDK_KEY_Down:
      return go_by (self, 0, 7);
    case GDK_KEY_Page_Up:
      return go_by (self, -1, 0);
    case GDK_KEY_Page_Down:
      return go_by (self, 1, 0);
    case GDK_KEY_Escape:
      close_calendar (self);
      yc_form_field_set_text (self->field, self->before);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Before the entry, which would move its cursor. An input method has nothing to do with days: it
 * gets the keys as long as it is composing. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormDate            *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->line)));

  if ((modifiers & ~(self->compact ? 0 : GDK_ALT_MASK)) != 0 ||
      yc_form_editor_is_composing (text))
    return GDK_EVENT_PROPAGATE;
  if (is_open (self))
    return press_open (self, key);
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  open_calendar (self);
  return GDK_EVENT_STOP;
}

static void
changed_cb (GtkEditable *editable,
            YcFormDate  *self)
{
  if (is_open (self) && !yc_form_line_is_showing (self->line))
    show_day (self);
}

static void
activate_cb (GtkEntry   *entry,
             YcFormDate *self)
{
  close_calendar (self);
  yc_form_editor_go_on (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormDate              *self)
{
  close_calendar (self);
}

static void
yc_form_date_dispose (GObject *object)
{
  YcFormDate *self = YC_FORM_DATE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->before, g_free);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_date_parent_class)->dispose (object);
}

static void
yc_form_date_class_init (YcFormDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_date_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formdate");
}

static void
yc_form_date_init (YcFormDate *self)
{
}

static void
add_controllers (YcFormDate *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->line, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->line, focus);
}

static void
set_placeholder (YcFormDate *self)
{
  if (yc_form_field_get_placeholder (self->field) == NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->line),
                                    has_time (self) ? "2026-11-22 14:30" : "2026-11-22");
}

/**
 * yc_form_date_new:
 * @field: what is filled in: %YC_FORM_FIELD_DATE, or a text of the format "date-time"
 * @label: its name for a screen reader and for tests
 * @compact: whether it is for the cell of a table
 *
 * Returns: an entry with a calendar
 */
GtkWidget *
yc_form_date_new (YcFormField *field,
                  const char  *label,
                  gboolean     compact)
{
  YcFormDate *self = g_object_new (YC_TYPE_FORM_DATE, NULL);

  self->field = g_object_ref (field);
  self->compact = compact;
  self->line = yc_form_line_new (field, label, compact);
  set_placeholder (self);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  if (!compact)
    yc_form_line_add_icon (self->line, "x-office-calendar-symbolic", _ ("Show the calendar"),
                           G_CALLBACK (icon_press_cb), self);
  g_signal_connect (self->line, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->line, "activate", G_CALLBACK (activate_cb), self);
  add_controllers (self);
  return GTK_WIDGET (self);
}
