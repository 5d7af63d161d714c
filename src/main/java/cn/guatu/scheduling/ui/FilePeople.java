package cn.guatu.scheduling.ui;

import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who is meant by the resources of a schedule file; one that nobody is named for stays a name. */
final class FilePeople extends Div {

    /**
     * A field for each resource.
     *
     * @param people who is meant so far, by resource; changed as somebody is chosen
     */
    FilePeople(Collection<String> resources, List<Person> choices, Map<String, PersonId> people) {
        addClassName("guatu-inputs");
        for (String resource : resources) {
            ComboBox<Person> person = new ComboBox<>("资源“" + resource + "”是");
            person.setItems(choices);
            person.setItemLabelGenerator(Person::name);
            person.setPlaceholder("保留姓名");
            person.setClearButtonVisible(true);
            PersonId known = people.get(resource);
            choices.stream().filter(each -> each.id().equals(known)).findFirst().ifPresent(person::setValue);
            person.addValueChangeListener(change -> {
                if (change.getValue() == null) {
                    people.remove(resource);
                } else {
                    people.put(resource, change.getValue().id());
                }
            });
            add(person);
        }
    }
}
