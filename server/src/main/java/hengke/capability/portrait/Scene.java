package hengke.capability.portrait;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.settings.SettingValues;

/** What is reckoned with at one moment: which records, on what day, by which settings; the row is each of them in turn. */
public record Scene(ObjectDefinition object, Alias row, Subjects those, Today today, SettingValues settings) {}
